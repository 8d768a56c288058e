import { z } from 'zod'
import { confirmRule } from '../../core/control/confirm-rule.js'
import { addRule, replaceRule } from '../../core/control/edit-rules.js'
import { brakeOf, loadBrakes } from '../../core/rules/brake/kept-brakes.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import { alarmSchema, askFirst } from './ask-first.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { changedRule, draftOf, newRule, rule, shownRule } from './rule-shapes.js'

const params = { project: samples.project }
const one = { rule: z.string().max(64) }
const GONE = { description: 'No such rule.' }
const OVERTAKEN = 'Changed meanwhile, by another or by the brake: read it again.'
const FULL = 'The project has as many rules as it may.'
const UNASKED = 'Or it would block a large share of the last sessions: look at it, and send it again with `confirm`.'
const body = { name: 'No scripts at checkout', expression: 'score < 10 AND path == "/checkout"', action: 'block' }

/** A rule that blocks is tried before it is saved: on a fifth of a preview's sessions. */
const costOf = ({ body }: { readonly body: z.output<typeof newRule> }): number =>
  body.action === 'block' && body.is_active && !body.confirm ? 2 : 1

/** `GET`, `POST /v1/projects/{project}/rules` */
export function rulesEndpoint(deps: ControlDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'rules',
    summary: 'The rules in the order in which they are asked.',
    responses: { 200: { description: 'A bare array.', schema: z.array(rule) } },
    examples: [{ summary: 'all of them', params, status: 200 }],
    async handle(c, { id }) {
      const [rules, brakes] = await Promise.all([deps.rules.list(id), loadBrakes(deps.texts, id)])
      return c.json(rules.map((stored) => shownRule(stored, brakeOf(brakes, stored.id, stored.version))))
    },
  })
  const POST = projectOperation(deps, {
    id: 'addRule',
    summary: 'Saves a rule that compiles.',
    body: newRule,
    cost: costOf,
    responses: { 201: { description: 'The rule.', schema: rule }, 409: { description: `${FULL} ${UNASKED}`, schema: alarmSchema } },
    examples: [
      { summary: 'a rule', params, body, status: 201 },
      { summary: 'a slip', params, body: { ...body, expression: 'scorre < 10' }, status: 422 },
    ],
    async handle(c, { id }, { body }) {
      const alarm = await askFirst(id, draftOf(body), body.confirm, undefined, deps)
      if (alarm) return alarm
      const added = await addRule(id, draftOf(body), deps, deps.clock())
      return added.ok ? c.json(shownRule(added.value), 201) : added.error
    },
  })
  return { path: '/v1/projects/:project/rules', GET, POST }
}

/** `PUT`, `DELETE /v1/projects/{project}/rules/{rule}` */
export function ruleEndpoint(deps: ControlDeps): Endpoint {
  const PUT = projectOperation(deps, {
    id: 'replaceRule',
    summary: 'Replaces a rule whose version you have seen.',
    params: one,
    body: changedRule,
    cost: costOf,
    responses: {
      200: { description: 'The rule afterwards.', schema: rule },
      404: GONE,
      409: { description: `${OVERTAKEN} ${UNASKED}`, schema: alarmSchema },
    },
    examples: [{ summary: 'one that is not there', params: { ...params, rule: 'rule_none' }, body: { ...body, version: 1 }, status: 404 }],
    async handle(c, { id }, { params, body }) {
      const alarm = await askFirst(id, draftOf(body), body.confirm, params.rule, deps)
      if (alarm) return alarm
      const replaced = await replaceRule(id, params.rule, body.version, draftOf(body), deps, deps.clock())
      return replaced.ok ? c.json(shownRule(replaced.value)) : replaced.error
    },
  })
  const DELETE = projectOperation(deps, {
    id: 'removeRule',
    summary: 'Removes a rule.',
    params: one,
    responses: { 204: { description: 'It is gone.' }, 404: GONE },
    examples: [{ summary: 'one that is not there', params: { ...params, rule: 'rule_none' }, status: 404 }],
    async handle(c, { id }, { params }) {
      return (await deps.rules.remove(id, params.rule)) ? c.body(null, 204) : { code: 'not-found' }
    },
  })
  return { path: '/v1/projects/:project/rules/:rule', PUT, DELETE }
}

/** `POST /v1/projects/{project}/rules/{rule}/confirm` */
export function confirmEndpoint(deps: ControlDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'confirmRule',
    summary: 'Puts a rule in force that the brake took back, for as long as it is not changed.',
    params: one,
    responses: { 200: { description: 'The rule afterwards.', schema: rule }, 404: GONE, 409: { description: OVERTAKEN } },
    examples: [{ summary: 'one that is not there', params: { ...params, rule: 'rule_none' }, status: 404 }],
    async handle(c, { id }, { params }) {
      const confirmed = await confirmRule(id, params.rule, deps, deps.clock())
      if (!confirmed.ok) return confirmed.error
      const { version } = confirmed.value
      return c.json(shownRule(confirmed.value, brakeOf(await loadBrakes(deps.texts, id), params.rule, version)))
    },
  })
  return { path: '/v1/projects/:project/rules/:rule/confirm', POST }
}
