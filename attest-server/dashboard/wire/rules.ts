/**
 * The rules of a project: the control plane's own operations (docs/control-plane.md), opened by the cookie in place of a token.
 *
 * | under `/dashboard/api/projects/{project}` | |
 * |---|---|
 * | `GET /rules` | 200 `Rule[]`, in the order in which they are asked |
 * | `POST /rules` | `NewRule` → 201 `Rule`; 409 `RuleAlarm`; 422 `Problem` with `fields` |
 * | `PUT /rules/{rule}` | `ChangedRule` → 200 `Rule`; 409 changed meanwhile, or `RuleAlarm` |
 * | `DELETE /rules/{rule}` | 204 |
 * | `POST /rules/{rule}/confirm` | `{}` → 200 `Rule`: what the brake took back is in force |
 * | `POST /rules/preview` | `RuleDraft` → 200 `RulePreview`; 422 `Problem` with `fields` |
 * | `GET /rule-language` | 200 `RuleLanguage` |
 */
export type RuleAction = 'block' | 'challenge' | 'allow' | 'log' | 'delay'

export interface NewRule {
  readonly name: string
  readonly expression: string
  readonly action: RuleAction
  readonly is_active?: boolean
  readonly sort_order?: number
  /** Of who was shown a `RuleAlarm`. */
  readonly confirm?: boolean
}

export interface ChangedRule extends NewRule {
  readonly version: number
}

export interface RuleDraft {
  readonly name?: string
  readonly expression: string
  readonly action: RuleAction
  readonly is_active?: boolean
  readonly sort_order?: number
  /** The id of the rule whose place it would take. */
  readonly rule?: string
}

export interface Rule {
  readonly id: string
  readonly project_id: string
  readonly name: string
  readonly expression_source: string
  readonly action: RuleAction
  readonly is_active: boolean
  readonly sort_order: number
  readonly created_at: string
  readonly updated_at: string
  readonly version: number
  /** The brake is on: matches are noted, and nothing else comes of them. */
  readonly observe_only: boolean
  readonly brake: { readonly phase: 'watching' | 'braked' | 'settled'; readonly why: string | null } | null
}

export interface RulePreview {
  readonly sessions: number
  readonly matches: number
  readonly flipped: number
  readonly flips: readonly RuleFlip[]
  /** Fields that the draft reads, with the sessions of which they are not known. */
  readonly unknown: Readonly<Record<string, number>>
  readonly holds_where_unknown: readonly string[]
}

export interface RuleFlip {
  readonly from: 'allow' | 'challenge' | 'block'
  readonly to: 'allow' | 'challenge' | 'block'
  readonly sessions: number
  /** `session` is a support code that `GET /sessions/{session}` takes. */
  readonly samples: readonly { readonly session: string; readonly before: string; readonly after: string }[]
}

/** 409 in place of `Problem`: the rule would block a large share. Send it again with `confirm`. */
export interface RuleAlarm {
  readonly error: string
  readonly message: string
  readonly code: 'CONFIRMATION_NEEDED'
  readonly blocked: number
  readonly preview: RulePreview
}

/** What an editor completes. */
export interface RuleLanguage {
  readonly fields: readonly RuleField[]
  /** `AND`, `OR`, `NOT`, `in`, … */
  readonly keywords: readonly string[]
  /** By type of field, the comparisons that it takes: `==`, `<`, `in`, … */
  readonly operators: Readonly<Record<FieldType, readonly string[]>>
}

export type FieldType = 'number' | 'boolean' | 'string' | 'id-list'

export interface RuleField {
  readonly name: string
  readonly type: FieldType
  /** Whether it may be unknown (`null`). */
  readonly nullable: boolean
  readonly description: string
  /** All strings that it can be, where they are known. */
  readonly values?: readonly string[]
}
