import type { FeatureId } from '../../../../shared/features/index.js'
import type { Tally } from '../../../../shared/features/reading/tally.js'
import type { Observations } from '../../../../shared/observation.js'

/** What an evidence says of behaviour, as the identities ask for it. */
export interface Summary {
  readonly tally: Tally
  /** The feature's value; undefined where it has none. */
  value(id: FeatureId): number | undefined
  /** What was counted, exact up to 255: the wire rounds counts by less than a half until there. */
  count(id: 'input.strokes' | 'input.glides'): number | undefined
  /** Whether the evidence's card has a place for the feature: of one that an older collector does not know, nothing follows. */
  knows(id: FeatureId): boolean
}

/** Something that holds for every summary that our own arithmetic made, whoever moved. */
export interface Identity {
  /** For the log alone: whoever is refused does not learn it. */
  readonly name: string
  holds(summary: Summary): boolean
}

export function summaryOf(observations: Observations, tally: Tally): Summary {
  const value = (id: FeatureId): number | undefined => {
    const observation = observations.get(id)
    return observation?.state === 'ok' ? Number(observation.value) : undefined
  }
  return {
    tally,
    value,
    count(id) {
      const count = value(id)
      return count === undefined ? undefined : Math.round(count)
    },
    knows(id) {
      const state = observations.get(id)?.state
      return state === 'ok' || state === 'unsupported'
    },
  }
}
