/**
 * Toggles and threshold, with what they would have done.
 *
 * | under `/dashboard/api/projects/{project}` | |
 * |---|---|
 * | `GET /scoring/settings` | 200 `ScoringSettings` |
 * | `PUT /scoring/settings` | `SettingsChange` → 200 `ScoringSettings` |
 * | `POST /scoring/preview` | `SettingsChange` → 200 `SettingsPreview`: on the last 500 attested visits, with today's rules. Saves nothing |
 * | `GET /enforcement` | 200 `Enforcement` |
 * | `PUT /enforcement` | `{"delayed": true}` → 200 `Enforcement` |
 * | `GET /movement` | 200 `Movement` |
 * | `PUT /movement` | `Movement` → 200 `Movement` |
 */
export interface ScoringSettings {
  readonly bot_settings: Toggles
  /** 1 to 99: scores below are likely automated. */
  readonly likely_bot_threshold: number
}

export interface Toggles {
  readonly allow_verified: boolean
  readonly protect_static: boolean
  readonly block_definite: boolean
  readonly challenge_likely: boolean
}

/** What is named changes, and nothing else. */
export interface SettingsChange extends Partial<Toggles> {
  readonly likely_bot_threshold?: number
}

export interface SettingsPreview {
  /** Past visits that were played, 500 at most. */
  readonly sessions: number
  /** As today's settings and rules decide them. */
  readonly today: Shares
  /** As the drafted settings would. */
  readonly then: Shares
  readonly flips: readonly { readonly from: keyof Shares; readonly to: keyof Shares; readonly sessions: number }[]
  /** 100 counts: index i counts visits of score i. */
  readonly scores: readonly number[]
  /** The same, by what is decided today: enough to draw a slider that asks nothing while it is dragged. */
  readonly byAction: { readonly [A in keyof Shares]: readonly number[] }
}

/** How many of the visits. */
export interface Shares {
  readonly allow: number
  readonly challenge: number
  readonly block: number
}

export interface Enforcement {
  readonly delayed: boolean
  readonly deferred: { readonly used: number; readonly limit: number; readonly resets_at: string }
}

export interface Movement {
  /** For how long what visitors show of their movement is kept, 0 to 168. */
  readonly keep_hours: number
}
