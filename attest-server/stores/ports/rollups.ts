import type { EpochSeconds, Seconds } from '../../../shared/units.js'

/** What is counted by hour; keys are free. */
export type Dimension = string

export const HOUR: Seconds = 3600
/** Keys of one hour and dimension of a project; all others are counted as `OTHER`, which is one more. */
export const MOST_KEYS = 100
export const OTHER = 'other'
/** Characters of a key; longer ones are cut. */
export const MOST_KEY = 120

export interface RollupTotal {
  readonly dimension: Dimension
  readonly key: string
  readonly count: number
}

export interface RollupHour {
  /** When the hour began. */
  readonly hour: EpochSeconds
  readonly key: string
  readonly count: number
}

/**
 * How often something was seen, by project, hour, dimension and key: what no list of a million has to be gone through for. Names no session. Counted in memory and
 * written in one batch about once a second: a process that is killed forgets what it counted since, a closed or pruned store has written all. Kept for thirty days.
 */
export interface Rollups {
  /** Does not wait, and does not fail. */
  count(projectId: string, at: EpochSeconds, dimension: Dimension, key: string): void
  /** Of all hours from `from` until before `to`; the largest first. What this process counted is in it, what others did is a second late. */
  totals(projectId: string, dimensions: readonly Dimension[], from: EpochSeconds, to: EpochSeconds): Promise<readonly RollupTotal[]>
  /** Of one dimension, hour by hour. */
  hours(projectId: string, dimension: Dimension, from: EpochSeconds, to: EpochSeconds): Promise<readonly RollupHour[]>
}
