import { behaviourFamilies, behaviourHardRules, behaviourRows } from './behaviour-rows.js'
import type { Scorecard } from './scorecard.js'

/** What the browser can score by itself: tells and behaviour. */
export const clientCard: Scorecard = {
  version: 'client-1',
  prior: -2.2,
  families: behaviourFamilies,
  rows: behaviourRows,
  hardRules: behaviourHardRules,
}
