import type { Scorecard } from './scorecard.js'

/** What the browser can score by itself: tells and behaviour. */
export const clientCard: Scorecard = { version: 'client-1', prior: -2.2, families: {}, rows: [], hardRules: [] }
