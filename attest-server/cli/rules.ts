import { ok, type Result } from '../../shared/result.js'
import { clock } from '../compose/compose-deps.js'
import { confirmRule } from '../core/control/confirm-rule.js'
import { addRule, findRule, type RuleDraft, replaceRule } from '../core/control/edit-rules.js'
import { alarmOf } from '../core/control/guard-rule.js'
import { previewRule } from '../core/control/preview-rule.js'
import { ruleActions } from '../core/rules/resolution/policy.js'
import type { StoredRule } from '../stores/ports.js'
import { type Answer, block, failure, misuse, type Refusal } from './answer.js'
import { type Desk, projectOf, refusalOf, required } from './desk.js'
import type { Options } from './parse-arguments.js'

const MOST_ORDER = 1_000_000

function faultsOf({ name, action, order, active }: Options): string[] {
  return [
    ...(name === undefined || (name.trim() !== '' && name.length <= 100) ? [] : ['--name must have 1 to 100 characters.']),
    ...(action === undefined || ruleActions.some((known) => known === action)
      ? []
      : [`--action must be one of ${ruleActions.join(', ')}.`]),
    ...(order === undefined || (/^-?\d{1,7}$/.test(order) && Math.abs(Number(order)) <= MOST_ORDER)
      ? []
      : ['--order must be a whole number.']),
    ...(active === undefined || active === 'on' || active === 'off' ? [] : ['--active must be on or off.']),
  ]
}

/** What the options say, over what was there. @returns every fault in them. */
function draftOf(options: Options, last: Partial<RuleDraft>): Result<RuleDraft, Refusal> {
  const { name = last.name, expression = last.expression, action = last.action, order, active } = options
  const missing = Object.entries({ name, expression, action }).flatMap(([option, value]) =>
    value === undefined ? [`--${option} is missing.`] : [],
  )
  const faults = [...missing, ...faultsOf(options)]
  if (faults.length > 0 || name === undefined || expression === undefined) return misuse(...faults)
  return ok({
    name: name.trim(),
    expression,
    action: action as RuleDraft['action'],
    isActive: active === undefined ? (last.isActive ?? true) : active === 'on',
    order: order === undefined ? (last.order ?? 0) : Number(order),
  })
}

const linesOf = ({ id, name, expression, action, isActive, order, observeOnly }: StoredRule): string[] =>
  block(name, {
    id,
    action,
    expression,
    order: String(order),
    active: isActive ? 'on' : 'off',
    brake: observeOnly ? 'on: it only observes' : undefined,
  })

const shown = (rule: StoredRule): Answer => ok({ data: rule, lines: linesOf(rule) })

export async function listRules(options: Options, desk: Desk): Promise<Answer> {
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const rules = await desk.stores.rules.list(project.value.id)
  return ok({ data: { rules }, lines: rules.length > 0 ? rules.flatMap(linesOf) : ['There are no rules.'] })
}

/** @returns why nothing is saved, of a rule that would block a large share of those who came last; undefined where nothing is in the way. */
async function askFirst(projectId: string, draft: RuleDraft, { yes }: Options, replaces: string | undefined, { control }: Desk) {
  const alarm = yes ? undefined : await alarmOf(projectId, draft, replaces, control)
  if (alarm && !alarm.ok) return refusalOf(alarm.error)
  return alarm?.value ? failure(`${alarm.value.why} If that is meant: --yes.`) : undefined
}

export async function addNewRule(options: Options, desk: Desk): Promise<Answer> {
  const draft = draftOf(options, {})
  if (!draft.ok) return draft
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const alarm = await askFirst(project.value.id, draft.value, options, undefined, desk)
  if (alarm) return alarm
  const added = await addRule(project.value.id, draft.value, desk.control, clock())
  return added.ok ? shown(added.value) : refusalOf(added.error)
}

/** The rule that `--id` names, and its project. */
async function find(options: Options, desk: Desk): Promise<Result<StoredRule, Refusal>> {
  const id = required(options, 'id')
  if (!id.ok) return id
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const rule = await findRule(project.value.id, id.value, desk.stores.rules)
  return rule.ok ? rule : refusalOf(rule.error)
}

export async function setRule(options: Options, desk: Desk): Promise<Answer> {
  const last = await find(options, desk)
  if (!last.ok) return last
  const draft = draftOf(options, last.value)
  if (!draft.ok) return draft
  const { projectId, id, version } = last.value
  const alarm = await askFirst(projectId, draft.value, options, id, desk)
  if (alarm) return alarm
  const replaced = await replaceRule(projectId, id, version, draft.value, desk.control, clock())
  return replaced.ok ? shown(replaced.value) : refusalOf(replaced.error)
}

export async function removeRule(options: Options, desk: Desk): Promise<Answer> {
  const rule = await find(options, desk)
  if (!rule.ok) return rule
  const { projectId, id, name } = rule.value
  const isRemoved = await desk.stores.rules.remove(projectId, id)
  return isRemoved ? ok({ data: { removed: id }, lines: [`The rule "${name}" is gone.`] }) : failure('The rule is gone.')
}

export async function confirmBrakedRule(options: Options, desk: Desk): Promise<Answer> {
  const rule = await find(options, desk)
  if (!rule.ok) return rule
  const confirmed = await confirmRule(rule.value.projectId, rule.value.id, desk.control, clock())
  return confirmed.ok ? shown(confirmed.value) : refusalOf(confirmed.error)
}

export async function previewDraft(options: Options, desk: Desk): Promise<Answer> {
  const last = options.id === undefined ? undefined : await find(options, desk)
  if (last && !last.ok) return last
  const draft = draftOf(options, last?.value ?? { name: 'Draft' })
  if (!draft.ok) return draft
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const played = await previewRule(project.value.id, draft.value, options.id, desk.control)
  if (!played.ok) return refusalOf(played.error)
  const { sessions, matches, flipped, flips, unknown, holdsWhereUnknown } = played.value
  const lines = [
    `Of ${sessions} past sessions it matches ${matches}; ${flipped} would get another action.`,
    ...flips.map(
      ({ from, to, sessions, samples }) =>
        `  ${from} → ${to}: ${sessions}, such as ${samples.map(({ reference }) => reference).join(', ')}`,
    ),
    ...[...unknown].filter(([, count]) => count > 0).map(([field, count]) => `  ${field} is not known of ${count}`),
    ...(holdsWhereUnknown.length > 0 ? [`  Being unknown speaks for a match: ${holdsWhereUnknown.join(', ')}`] : []),
  ]
  return ok({ data: { sessions, matches, flipped, flips, unknown: Object.fromEntries(unknown), holdsWhereUnknown }, lines })
}
