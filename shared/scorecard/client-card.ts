import { behaviourFamilies, behaviourRows } from './behaviour-rows.js'
import { protocolFamilies, protocolRows } from './protocol-rows.js'
import { between } from './row.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'

/** What the browser can score by itself: tells, how input came about, and how it went. */
export const clientCard: Scorecard = {
  version: 'client-1',
  /** One visit in ten is a program's, before anything is seen: ln(0.1 / 0.9). */
  prior: -2.2,
  takesBack: 2,
  causes: {
    /** Somebody changes what the browser says it is, by an extension or the device toolbar: asked, and let through once that is answered. */
    identity: 3,
    /** A program presses, types or scrolls for somebody (eye trackers, switches, voice, macro keys): no more than both answers outweigh. */
    assistance: 3,
    /** Somebody develops (tools open, their overrides, a virtual machine, odd windows): below a challenge, with an extension, too. */
    developer: 0.8,
  },
  doubts: between('tell.input-natives', 1),
  families: { ...tellFamilies, ...protocolFamilies, ...behaviourFamilies },
  rows: [...tellRows, ...protocolRows, ...behaviourRows],
  hardRules: tellHardRules,
}
