import { clientCard } from '../../../../shared/scorecard/client-card.js'
import type { Scorecard } from '../../../../shared/scorecard/scorecard.js'
import { detectionSignals } from '../signals/detection/index.js'

/** The version of the rows that posted events add; change it with any of their numbers. */
const POSTED_VERSION = '1'

const shown = new Set(detectionSignals.flatMap(({ takes }) => takes))

/**
 * What weighs posted events: the client card, of which only those rows are there that a signal shows, and the rows of the signals
 * beside them, in its families and within their limits. One posterior comes of it, and every score of these surfaces of that.
 */
export const behaviourCard: Scorecard = {
  ...clientCard,
  version: `posted-${POSTED_VERSION}+${clientCard.version}`,
  // Who sends events by script says so in each of them; alone it ends in a FAIL, at its most.
  families: { ...clientCard.families, dispatch: { engine: 'automation', min: -0.1, max: 3 } },
  rows: [...clientCard.rows.filter(({ id }) => shown.has(id)), ...detectionSignals.flatMap(({ rows }) => rows)],
}
