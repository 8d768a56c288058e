import { behaviourFamilies, behaviourRows } from './behaviour-rows.js'
import { protocolFamilies, protocolRows } from './protocol-rows.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'

/** What the browser can score by itself: tells, how input came about, and how it went. */
export const clientCard: Scorecard = {
  version: 'client-1',
  /** One visit in ten is a program's, before anything is seen: ln(0.1 / 0.9). */
  prior: -2.2,
  takesBack: 2,
  doubts: { id: 'tell.input-natives', from: 1, below: Infinity },
  families: { ...tellFamilies, ...protocolFamilies, ...behaviourFamilies },
  rows: [...tellRows, ...protocolRows, ...behaviourRows],
  hardRules: tellHardRules,
}
