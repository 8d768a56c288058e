import type { FeatureId } from '../../shared/features/index.js'
import type { SourceUser } from '../lib/read-fitted.js'

/** What was read of one visit at one time. The fit sees nothing else. */
export interface Example {
  readonly label: 'human' | 'bot'
  /** A source of people, or a kind of bot: no group may outweigh the others. */
  readonly group: string
  /** One person, or one bot's settings: they hang together. */
  readonly user: string
  readonly visit: string
  /** What part of a visit it stands for: a visit is read several times. */
  readonly share: number
  /** Only what is known. */
  readonly values: ReadonlyMap<FeatureId, number>
}

/** What a fit is to see. */
export interface Examples {
  readonly examples: readonly Example[]
  /** Whose recordings they were read from: nobody of these may judge the fit. */
  readonly seen: readonly SourceUser[]
}
