import { behaviourFamilies, behaviourFloors, behaviourHardRules, behaviourRows } from './behaviour-rows.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'

/** What the browser can score by itself: tells and behaviour. */
export const clientCard: Scorecard = {
  version: 'client-1',
  prior: -2.2,
  families: { ...tellFamilies, ...behaviourFamilies },
  floors: behaviourFloors,
  rows: [...tellRows, ...behaviourRows],
  hardRules: [...tellHardRules, ...behaviourHardRules],
}
