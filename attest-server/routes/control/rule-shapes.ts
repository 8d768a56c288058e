import { z } from 'zod'
import type { RuleDraft } from '../../core/control/edit-rules.js'
import { type BrakeState, isEnforced } from '../../core/rules/brake/brake.js'
import { ruleActions } from '../../core/rules/resolution/policy.js'
import type { StoredRule } from '../../stores/ports.js'
import { timestamp } from './timestamp.js'

/** Longer than any rule may be, so that the language says what is too long. */
export const MOST_SOURCE = 8192

const action = z.enum(ruleActions)
const name = z.string().trim().min(1).max(100).meta({ description: 'For people; goes into the reason of what it decides.' })
const expression = z.string().max(MOST_SOURCE).meta({ description: 'docs/rules.md has the grammar.' })
const is_active = z.boolean().default(true)
const order = z.int().min(-1_000_000).max(1_000_000)
const version = z.int().min(1)
const sort_order = order.default(0).meta({ description: 'Ascending; of equal ones the older is first.' })
const confirm = z
  .boolean()
  .default(false)
  .meta({ description: 'Without it, a rule that would block a large share of the last sessions is not saved.' })

export const newRule = z.strictObject({ name, expression, action, is_active, sort_order, confirm }).meta({ id: 'NewRule' })
export const changedRule = z
  .strictObject({
    name,
    expression,
    action,
    is_active,
    sort_order,
    confirm,
    version: version.meta({ description: 'That you have seen.' }),
  })
  .meta({ id: 'ChangedRule' })
export const draftedRule = z
  .strictObject({
    name: name.default('Draft'),
    expression,
    action,
    is_active,
    sort_order,
    rule: z.string().max(64).optional().meta({ description: 'The id of the rule whose place it would take.' }),
  })
  .meta({ id: 'DraftedRule' })

export const rule = z
  .object({
    id: z.string(),
    project_id: z.string(),
    name: z.string(),
    expression_source: z.string(),
    action,
    is_active: z.boolean(),
    sort_order: order,
    created_at: z.string(),
    updated_at: z.string(),
    version: version.meta({ description: 'Goes up with each change; a change names the one that it follows.' }),
    observe_only: z.boolean().meta({ description: 'The brake is on: matches are noted, and nothing else comes of them.' }),
    brake: z.object({ phase: z.enum(['watching', 'braked', 'settled']), why: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Rule' })

export const draftOf = ({ name, expression, action, is_active, sort_order }: Omit<z.output<typeof newRule>, 'confirm'>): RuleDraft => ({
  name,
  expression,
  action,
  isActive: is_active,
  order: sort_order,
})

/** @param brake undefined where none is kept: the rule is no block, or nothing was decided since it was made. */
export const shownRule = (stored: StoredRule, brake?: BrakeState): z.output<typeof rule> => ({
  id: stored.id,
  project_id: stored.projectId,
  name: stored.name,
  expression_source: stored.expression,
  action: stored.action,
  is_active: stored.isActive,
  sort_order: stored.order,
  created_at: timestamp(stored.createdAt),
  updated_at: timestamp(stored.updatedAt),
  version: stored.version,
  observe_only: stored.observeOnly,
  brake: brake ? { phase: brake.phase, why: isEnforced(brake) ? null : (brake.jump?.why ?? null) } : null,
})
