import type { ObservationId } from '../../../shared/observation.js'
import { row } from '../../../shared/scorecard/row.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import { BY_DEFINITION, HEADERS } from '../../../shared/scorecard/sources.js'
import type { Llr } from '../../../shared/units.js'

const CAUTION = 'set by hand, cautiously'
/** By a specification or the browser's source, lowered for filters, proxies, old versions and extensions. */
const SPECIFIED = 'the browsers’ specifications and sources (each fact’s file), lowered for what people’s filters do'
const LEFT_OUT = 'smoothed odds of labelled look-alikes, of which half is taken (neighbours/neighbour-evidence.ts)'

/** From −1.5 to 2.5 in quarters, each weighing its end that is nearer to nothing. */
const QUARTERS: readonly Llr[] = Array.from({ length: 17 }, (_, i) => -1.5 + i / 4)
const quarterLlrs: readonly Llr[] = [-1.5, ...QUARTERS.map((edge) => (edge < 0 ? Math.min(0, edge + 0.25) : edge))]

/** Observed and passed on, but of no weight: what browser it is, not who uses it; and what people's companies and antivirus programs do to TLS. */
export const unscoredRequestFacts: readonly ObservationId[] = [
  'http.embedded-view',
  'net.foreign-language',
  'net.tls-library',
  'net.tls-claim',
]

/**
 * How a request weighs of which nothing but its description is known: no movement, no tell, no proof. Soft families stay below the prior
 * each, so that one filter, one changed user agent or one unusual network never makes a person's request suspicious alone. Declared
 * programs are no accident, and neither are headers that one library alone sends.
 */
export const requestCard: Scorecard = {
  version: 'request-1',
  // One request in ten: what the other cards begin with, too.
  prior: -2.2,
  takesBack: Infinity,
  causes: {},
  families: {
    declared: { engine: 'heuristic', min: 0, max: 6 },
    // All that a changed user agent explains, together.
    identity: { engine: 'heuristic', min: 0, max: 2 },
    version: { engine: 'heuristic', min: 0, max: 1.8 },
    negotiation: { engine: 'heuristic', min: 0, max: 2 },
    metadata: { engine: 'heuristic', min: 0, max: 1.8 },
    stack: { engine: 'heuristic', min: 0, max: 2.5 },
    // People use VPNs, relays and Tor, and whole firms browse from datacenters.
    network: { engine: 'heuristic', min: 0, max: 1.6 },
    // Not enough to let a declared program through, nor to call a person's request suspicious without anything else.
    'look-alikes': { engine: 'heuristic', min: -1.5, max: 2 },
  },
  rows: [
    row('http.user-agent-program', 'declared', [0, 1, 2, 3], [3, 0, 0.5, 5, 5.5], BY_DEFINITION),
    row('http.known-agent', 'declared', [1, 2], [0, 4, 5.5], 'isbot 5.2, crawler-user-agents 1.60'),
    row('session.impostor', 'declared', [1], [0, 6], BY_DEFINITION),
    row('http.hint-brands', 'declared', [4], [0, 5], BY_DEFINITION),
    row('http.hint-presence', 'identity', [1, 2, 3], [0, 0.9, 1.6, 1.6], SPECIFIED),
    row('http.hint-brands', 'identity', [1, 2, 3, 4], [0, 0.5, 1.6, 1.6, 0], SPECIFIED),
    row('http.hint-platform', 'identity', [1, 2], [0, 0.5, 1.4], SPECIFIED),
    row('http.hint-full-version', 'identity', [1], [0, 1.2], SPECIFIED),
    row('http.wire-order', 'identity', [1, 2], [0, 1, 0], HEADERS),
    row('http.version-existed', 'version', [1, 2], [0, 0.8, 1.8], 'the browsers’ release calendars (releases.ts)'),
    row('http.language-form', 'negotiation', [1, 2, 3], [0, 0.8, 1.2, 0.6], HEADERS),
    row('http.language-weights', 'negotiation', [1], [0, 0.4], SPECIFIED),
    row('http.accept-form', 'negotiation', [1, 2, 3], [0, 0.9, 1, 0], SPECIFIED),
    row('http.accept-form', 'identity', [3], [0, 0.6], SPECIFIED),
    row('http.encoding-form', 'negotiation', [1, 2], [0, 0.4, 1.2], SPECIFIED),
    row('http.fetch-combination', 'metadata', [1, 2], [0, 1.2, 1.6], SPECIFIED),
    row('http.wire-order', 'stack', [2], [0, 0.6], HEADERS),
    row('http.library-shape', 'stack', [1, 2], [0, 1.6, 2.5], 'the libraries’ sources (library-shape.ts)'),
    row('net.datacenter', 'network', [2], [0, 1.2], CAUTION),
    row('net.anonymiser', 'network', [1, 2, 3], [0, 0.3, 0.4, 0.9], CAUTION),
    row('session.look-alikes', 'look-alikes', QUARTERS, quarterLlrs, LEFT_OUT),
  ],
  hardRules: [],
}
