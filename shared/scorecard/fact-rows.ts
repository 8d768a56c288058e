import type { ObservationId } from '../observation.js'
import { between, row, where } from './row.js'
import type { Family, HardRule, Row } from './scorecard.js'
import { BY_DEFINITION, HASHING, HEADERS, REPEATS } from './sources.js'

/** No work was done at all. Slow devices that had no time to look around have done some of it. */
const unpaid = between('pow.credit', 0, 0.01)
/** At least the half of it that such a device has time for. */
const paid = between('pow.credit', 0.5)
/** Most of what every collector knows was said. */
const outspoken = between('session.silence', 0, 0.5)

/**
 * How the server's own facts weigh. None alone outweighs the prior (silence weighs only where no work was done either), but for five, which
 * are no accident of a filter: a key that comes from two dozen networks within an hour, though it cannot be taken out of its browser (`device.networks`), a user agent that says it has no window, or none at all (`http.user-agent-library` 1 and −1 weigh 6; none weighs
 * 1 where the browser itself was looked at), two contradictions between headers (`http.contradictions` 2 weighs 9), a crawler's name that its
 * vendor does not bear out (`session.impostor` weighs 6), and movements that three other keys made before (`session.repeats` weighs 6, and 8 where eight did; one or two
 * may be chance on a busy site, and weigh 2, which is below the prior). None is a hard rule:
 * they add up with all else. A plain browser behind a filter that changes one header is never challenged for it.
 */
export const factFamilies: Readonly<Record<string, Family>> = {
  // More than the best forged summary, done work and an old key can take back together: the test of this file does the sum.
  http: { engine: 'heuristic', min: 0, max: 12 },
  // The headers of one browser, the user agent of another: so do extensions that switch it.
  contradiction: { engine: 'heuristic', min: 0, max: 1.8, cause: 'identity' },
  // Paid work and an answered question buy a little trust for this session, so that nobody is asked over and over for one soft
  // suspicion. Never enough to let two strong families through (policy.ts: 3 each), and hard rules ignore the sum.
  work: { engine: 'heuristic', min: -1.7, max: 2 },
  // A key in many hands is asked, also an old one; too little to be one of two strong kinds of evidence.
  device: { engine: 'heuristic', min: -0.5, max: 2.9 },
  // Too little to be one of two strong kinds of evidence: whoever says nothing is asked, never blocked for it.
  silence: { engine: 'heuristic', min: 0, max: 2.4 },
  // More than behaviour, work and a key take back together from a clean visit: whoever moves as three others did is asked, however well that one moved.
  repetition: { engine: 'heuristic', min: 0, max: 8 },
}

const CAUTION = 'set by hand, cautiously'

export const factRows: readonly Row[] = [
  row('http.user-agent-library', 'http', [0, 1, 2], [6, 0, 6, 12], HEADERS),
  // Who sends no user agent is a program, or sits behind a proxy that scrubs headers: then the browser has worked, and been looked at.
  where(paid, outspoken)(row('http.user-agent-library', 'http', [0], [-5, 0], CAUTION)),
  row('session.impostor', 'http', [1], [0, 6], BY_DEFINITION),
  row('http.fetch-metadata', 'http', [1], [0, 1], HEADERS),
  row('http.accept-language', 'http', [1, 2], [0, 0.8, 1.5], HEADERS),
  row('http.client-hints', 'contradiction', [1], [0, 1], HEADERS),
  row('http.header-order', 'contradiction', [1, 2], [0, 0.8, 0], HEADERS),
  row('http.header-order', 'http', [2], [0, 0.8], HEADERS),
  // What is independent in people (one filter, one changed user agent) comes together in programs.
  row('http.contradictions', 'http', [2, 3], [0, 9, 10], HEADERS),
  row('pow.credit', 'work', [0.01, 0.5, 0.99], [0.6, 0.3, 0, -0.2], CAUTION),
  row('pow.pace', 'work', [0, 10, 25], [0.8, 0, 1, 1.5], HASHING),
  row('session.evidence-pace', 'work', [30, 90], [0, 0.8, 1.6], CAUTION),
  // More than half of what loading costs · as much as that, which any phone can do · three quarters of round 2.
  row('session.answered', 'work', [0.6, 1, 6], [0, -0.5, -1, -1.5], CAUTION),
  where(unpaid)(row('session.silence', 'silence', [0.5], [0, 2.4], CAUTION)),
  row('session.repeats', 'repetition', [1, 3, 8], [0, 2, 6, 8], REPEATS),
  row('device.assurance', 'device', [1, 2], [0, 0.2, 1.2], CAUTION),
  // Images of a disk that many machines start from have one key, behind one network: all that these rows come to without networks stays below
  // what asks. Beyond a window of sixty tabs that is restored, or links that are opened one by one in as many.
  row('device.pace', 'device', [60, 180], [0, 0.4, 0.6], CAUTION),
  row('device.sessions', 'device', [60], [0, 0.4], CAUTION),
  row('device.parallel', 'device', [60], [0, 0.4], CAUTION),
  // Phones come to a handful in an hour, and Tor to six; gateways that choose a way out for each connection have more, but seldom two dozen.
  row('device.networks', 'device', [12, 24], [0, 0.6, 3.4], CAUTION),
  row('device.agents', 'device', [4, 8], [0, 0.3, 0.6], CAUTION),
  // Twice what one person's hands can do.
  row('device.overlap', 'device', [2], [0, 0.8], CAUTION),
  row('device.age', 'device', [1, 7], [0, -0.2, -0.4], CAUTION),
]

export const factHardRules: readonly HardRule[] = [
  { name: 'http-library', id: 'http.user-agent-library', atLeast: 2 },
  // All four at once, the order of headers on a direct connection among them.
  { name: 'http-impersonation', id: 'http.contradictions', atLeast: 4 },
]

/**
 * Observed and written down, but of no weight: rounds are the server's own doing; no bot of ours is caught by its engine or its network yet,
 * and people have VPNs, filters that open their TLS, live abroad, and share addresses with a whole town.
 */
export const unscoredFacts: readonly ObservationId[] = [
  'session.round',
  'http.user-agent-engine',
  'net.datacenter',
  'net.anonymiser',
  'net.foreign-language',
  'net.tls-library',
  'net.tls-claim',
  'session.network-pace',
  'session.system-pace',
  'session.crowd',
]
