import { row } from '../../../../shared/scorecard/row.js'
import type { Scorecard } from '../../../../shared/scorecard/scorecard.js'
import { kindsCard } from '../../kinds/kinds-card.js'
import { JUDGED } from '../evidence/sources.js'

/** What kind of bot it looks like, if it is one: the kinds of the verdicts, and what only posted events show of them. */
export const intentCard: Scorecard = {
  ...kindsCard,
  version: `posted-1+${kindsCard.version}`,
  rows: [
    ...kindsCard.rows,
    // Verdicts know a replay by presses without pressure, which nobody posts: here it is a path that comes again.
    row('input.movement-repetition', 'replay', [0.15, 0.4], [0, 2, 4], JUDGED),
    row('input.posted-untrusted', 'framework-automation', [0.3], [0, 1.5], JUDGED),
    row('tell.posted-natives', 'framework-automation', [1], [0, 0.7], JUDGED),
    row('input.posted-click-centred', 'framework-automation', [0.9], [0, 1.2], JUDGED),
  ],
}
