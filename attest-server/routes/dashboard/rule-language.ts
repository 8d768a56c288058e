import { z } from 'zod'
import { checkExpression } from '../../core/control/edit-rules.js'
import { operatorsOf } from '../../core/rules/compile/check-comparison.js'
import type { RuleCheck, RuleLanguage } from '../../dashboard/wire/rules.js'
import { projectOperation } from '../control/project-operation.js'
import { MOST_SOURCE } from '../control/rule-shapes.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'

const keywords = ['AND', 'OR', 'NOT', 'in', 'true', 'false', 'null'] as const

/** `GET …/rule-language`: what may stand in a rule, for whoever writes one. */
export function ruleLanguageEndpoint(deps: DashboardDeps): Endpoint {
  const language: RuleLanguage = {
    fields: [...deps.fields.values()].map(({ name, type, nullable, description, values }) => ({
      ...{ name, type, nullable, description },
      ...(values && { values }),
    })),
    keywords,
    operators: operatorsOf,
  }
  const GET = projectOperation(deps, {
    id: 'ruleLanguage',
    summary: 'Fields, keywords and operators.',
    responses: { 200: { description: 'The language.' } },
    handle: (c) => c.json(language),
  })
  return { path: '/projects/:project/rule-language', GET }
}

/** `POST …/rules/check`: what is wrong with an expression, without playing it. */
export function ruleCheckEndpoint(deps: DashboardDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'checkRule',
    summary: 'What is wrong with an expression, and where.',
    body: z.strictObject({ expression: z.string().max(MOST_SOURCE) }),
    responses: { 200: { description: 'No problem, or some.' } },
    handle(c, _, { body }) {
      const checked = checkExpression(body.expression, deps.fields)
      const answer: RuleCheck = { problems: checked.ok ? [] : (checked.error.fields ?? []) }
      return c.json(answer)
    },
  })
  return { path: '/projects/:project/rules/check', POST }
}
