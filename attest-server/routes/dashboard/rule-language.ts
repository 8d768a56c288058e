import { operatorsOf } from '../../core/rules/compile/check-comparison.js'
import type { RuleLanguage } from '../../dashboard/wire/rules.js'
import { projectOperation } from '../control/project-operation.js'
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
