import { factFamilies, factHardRules, factRows } from '../../../shared/scorecard/fact-rows.js'
import { between, row, where } from '../../../shared/scorecard/row.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import { requestCard } from '../requests/request-card.js'

const CAUTION = 'set by hand, cautiously: what posted numbers mean is the page’s word'
/** A page posts what it wants: the numbers of one are not those of another, and a script can make up all of them. */
const CLAIMED = 'claimed by the page, so that it weighs little for a person'

const enoughMoves = between('input.posted-entropy-moves', 50)
const noTouch = between('input.posted-touch', 0, 1)
const http = factRows.filter(({ id }) => id.startsWith('http.'))
const network = requestCard.rows.filter(({ id }) => id === 'net.datacenter' || id === 'net.anonymiser' || id === 'session.impostor')

/**
 * How a visit weighs of which a page posts numbers and not gestures. Each family of behaviour stays below the prior, so that none alone
 * makes a visit suspicious; nothing that a page says for its visitor counts for much. Of too little data nothing is said. What a browser
 * was found to be by probes never decides by itself (BOT-51): `judge-session.ts` sees to it.
 *
 * `first_input_delay_ms` and `visibility_changes` are for rules alone: the first depends on the page's own scripts, the second on how
 * people use tabs.
 */
export const sessionCard: Scorecard = {
  version: 'session-1',
  prior: requestCard.prior,
  takesBack: Infinity,
  causes: {},
  families: {
    http: factFamilies.http!,
    contradiction: { engine: 'heuristic', min: 0, max: 1.8 },
    declared: requestCard.families.declared!,
    network: requestCard.families.network!,
    probes: { engine: 'automation', min: -0.3, max: 2.5 },
    movement: { engine: 'behaviour', min: -0.5, max: 1.5 },
    scrolling: { engine: 'behaviour', min: -0.2, max: 0.8 },
    press: { engine: 'behaviour', min: 0, max: 1.2 },
    pace: { engine: 'behaviour', min: 0, max: 1.2 },
    account: { engine: 'behaviour', min: -0.5, max: 0 },
  },
  rows: [
    ...http.filter(({ when }) => when === undefined),
    ...network,
    // A hand wanders: of fifty moves and more, nearly none of them in another direction is a straight line.
    where(enoughMoves)(row('input.posted-entropy', 'movement', [0.03, 0.1, 0.3], [1.2, 0.6, 0, -0.4], CLAIMED)),
    where(between('input.posted-scrolls', 5))(row('input.posted-scroll-velocity', 'scrolling', [50_000], [0, 0.6], CAUTION)),
    where(between('input.posted-scrolls', 10))(row('input.posted-scroll-velocity', 'scrolling', [20, 10_000], [0, -0.2, 0], CLAIMED)),
    // Who works by keyboard presses buttons without a pointer, and then keys were struck; fingers do not move before they press.
    where(
      between('input.posted-moves', 0, 1),
      between('input.posted-keys', 0, 1),
      noTouch,
    )(row('input.posted-clicks', 'press', [2, 5], [0, 0.7, 1.2], CAUTION)),
    // Faster than a hand finds anything on a page that has just come.
    where(between('input.posted-inputs', 1))(row('input.posted-first-input', 'pace', [20, 80], [0.8, 0.4, 0], CAUTION)),
    // Input without a page that can be seen.
    where(
      between('input.posted-inputs', 5),
      between('input.posted-total', 3000),
    )(row('input.posted-visible', 'pace', [1], [0.9, 0], CAUTION)),
    row('tell.posted-webdriver', 'probes', [1], [0, 2], 'WebDriver §4: the browser says that it is driven'),
    row('tell.posted-headless', 'probes', [1], [0, 1.8], CAUTION),
    row('tell.posted-headless-agent', 'probes', [1], [0, 1.8], CAUTION),
    row('tell.posted-viewport', 'probes', [1], [0, 0.6], CAUTION),
    row('tell.posted-plugins', 'probes', [1], [0, 0.5], CAUTION),
    row('tell.posted-navigator', 'probes', [1], [0, 0.8], CAUTION),
    row('tell.posted-passed', 'probes', [1], [0.8, -0.3], CLAIMED),
    row('session.logged-in', 'account', [1], [0, -0.5], 'the site’s own word; accounts are taken over, too'),
  ],
  hardRules: factHardRules,
}
