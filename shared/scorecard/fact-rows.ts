import type { ObservationId } from '../observation.js'
import type { Llr } from '../units.js'
import type { Bin, Family, HardRule, Row } from './scorecard.js'

/**
 * How the server's own facts weigh. No one of them, and no one of these families' soft facts, outweighs the prior alone: a plain browser
 * behind a filter that changes one header is never challenged for it. Two contradictions are.
 */
export const factFamilies: Readonly<Record<string, Family>> = {
  // More than the best forged summary can take back: behaviour counts for −7 at most.
  http: { engine: 'heuristic', min: 0, max: 12 },
  // Paid work and an answered question buy a little trust for this session, so that nobody is asked over and over for one soft
  // suspicion. Never enough to let two strong families through (policy.ts: 3 each), and hard rules ignore the sum.
  work: { engine: 'heuristic', min: -1.7, max: 2 },
  device: { engine: 'heuristic', min: -0.5, max: 1.5 },
}

const MEASURED = 'headers of Chromium 156, Firefox 153, Node 20, curl and Python seen on loopback, 2026-11'
const CAUTION = 'set by hand, cautiously; to be refitted on the fleet'
const POW = 'hashes a second of browsers and native code, measured in bench/'

/** @param steps `[upper edge, LLR]`, ascending; the last edge is Infinity. */
const bins = (...steps: readonly (readonly [below: number, llr: Llr])[]): Bin[] => steps.map(([below, llr]) => ({ below, llr }))

const row = (id: ObservationId, family: string, source: string, steps: Bin[]): Row => ({ id, family, bins: steps, missing: 0, source })

export const factRows: readonly Row[] = [
  row('http.user-agent-library', 'http', MEASURED, bins([1, 0], [2, 6], [Infinity, 12])),
  row('http.fetch-metadata', 'http', MEASURED, bins([1, 0], [Infinity, 1])),
  row('http.accept-language', 'http', MEASURED, bins([1, 0], [2, 0.8], [Infinity, 1.5])),
  row('http.client-hints', 'http', MEASURED, bins([1, 0], [Infinity, 1])),
  row('http.header-order', 'http', MEASURED, bins([1, 0], [Infinity, 0.8])),
  // What is independent in people (one filter, one extension) comes together in programs.
  row('http.contradictions', 'http', MEASURED, bins([2, 0], [3, 9], [Infinity, 10])),
  row('pow.credit', 'work', CAUTION, bins([0.01, 0.6], [0.5, 0.3], [0.99, 0], [Infinity, -0.2])),
  row('pow.pace', 'work', POW, bins([0, 0.8], [10, 0], [25, 1], [Infinity, 1.5])),
  row('session.evidence-pace', 'work', CAUTION, bins([30, 0], [90, 0.8], [Infinity, 1.6])),
  row('session.answered', 'work', CAUTION, bins([1, 0], [2, -1], [Infinity, -1.5])),
  row('device.assurance', 'device', CAUTION, bins([1, 0], [2, 0.2], [Infinity, 1.2])),
  row('device.age', 'device', CAUTION, bins([1, 0], [7, -0.2], [Infinity, -0.4])),
]

export const factHardRules: readonly HardRule[] = [
  { name: 'http-library', id: 'http.user-agent-library', atLeast: 2 },
  // All four at once, the order of headers on a direct connection among them.
  { name: 'http-impersonation', id: 'http.contradictions', atLeast: 4 },
]

/** Observed and written down, but of no weight. */
export const unscoredFacts: readonly ObservationId[] = ['session.round']
