import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Round } from '../../../shared/wire/challenge.js'
import type { Action } from '../../../shared/wire/verdict.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { Counters } from '../../stores/ports.js'
import { effortOf, MOST_EFFORT } from '../effort.js'
import { type TrafficDeps, windowOf } from './meet-key.js'
import { networkName } from './meet-network.js'

/** How dear a challenge may get: a multiple of what it costs where nothing is the matter. */
const MOST = 4
/** Of a network, so many may be asked for before one came to a good end: a lecture hall that opens one page. */
const FREE_OF_NETWORK = 100
/** Of a project, whose price all of its visitors pay. */
const FREE_OF_PROJECT = 1000
const MOST_OF_PROJECT = 2
/** Verdicts of one session that were no `allow`: two pages that went through both rounds. */
const FREE_OF_SESSION = 6
/** Where people are seldom. A VPN, Tor or a relay is none of it. */
const OF_BAD_NETWORK = 2

/** Whoever asks for a challenge, or brought one back. */
export interface Asker {
  readonly projectId: string
  readonly session: string
  readonly http: HttpFacts
}

/** How a challenge ended. */
export interface End {
  /** What the evidence alone got: a project's rules and exceptions are its own, and say nothing of who came. */
  readonly action: Action
  /** Whether the work was done, see `effort.ts`. */
  readonly hasPaid: boolean
}

/** Of network and session a digest, which is this process's own. */
interface Names {
  readonly network: string | undefined
  readonly project: string
  readonly session: string
}

/** Each has the project in it: what comes to one project makes no other dearer. */
function namesOf({ projectId, session, http }: Asker, deps: TrafficDeps): Names {
  const network = networkName(http, deps)
  return {
    network: network === undefined ? undefined : deps.digest(`${projectId} network ${network}`),
    project: projectId,
    session: deps.digest(`${projectId} session ${session}`),
  }
}

/**
 * Challenges that were issued, beside twice those that came to a good end: people may leave half of their pages at once. The root makes it rise
 * softly: behind one address of many people nobody notices, and a hoard of sixteen times what is free costs four times as much.
 */
export const crowdPrice = (issued: number, good: number, free: number, most: number): number =>
  Math.min(most, Math.max(1, Math.sqrt(issued / (2 * good + free))))

/** Each verdict beyond those that are free makes the next one a sixth dearer. */
export const sessionPrice = (refused: number): number => Math.min(MOST, Math.max(1, refused / FREE_OF_SESSION))

function networkPrice({ network }: HttpFacts): number {
  if (!network) return 1
  const { proxy, residentialProxy, datacenter, relay, vpn } = network
  return proxy || residentialProxy || (datacenter && !relay && !vpn) ? OF_BAD_NETWORK : 1
}

/** No round of any price asks for more than the last one does, or no phone could answer it. */
export const dearest = (round: Round, price: number): number => Math.max(1, Math.min(price, MOST, MOST_EFFORT / effortOf(round)))

/** Counts one more challenge of a crowd, and says what it costs. */
type Crowd = (among: Counters, name: string, free: number, most: number) => Promise<number>

const crowdsIn =
  (window: Seconds, now: EpochSeconds): Crowd =>
  async (among, name, free, most) => {
    const [{ used }, good] = await Promise.all([
      among.take(`issued:${name}`, 1, Infinity, window, now),
      among.read(`good:${name}`, window, now),
    ])
    return crowdPrice(used, good, free, most)
  }

/**
 * Counts a challenge that is issued.
 * @returns what it costs, as a multiple of what its round costs else: 1 for ordinary visitors, 4 at most. Nobody is refused.
 */
export async function priceOf(asker: Asker, round: Round, deps: TrafficDeps, now: EpochSeconds): Promise<number> {
  const { counters, ownCounters } = deps
  const { network, project, session } = namesOf(asker, deps)
  const window = windowOf(deps)
  const crowd = crowdsIn(window, now)
  const ofNetwork = network === undefined ? 1 : await crowd(ownCounters, network, FREE_OF_NETWORK, MOST)
  const ofProject = await crowd(counters, project, FREE_OF_PROJECT, MOST_OF_PROJECT)
  const ofSession = sessionPrice(await ownCounters.read(`refused:${session}`, window, now))
  return dearest(round, Math.max(ofNetwork * networkPrice(asker.http), ofProject, ofSession))
}

/** Counts how a challenge ended. Who was let through for little work, as old phones and hidden tabs are, lowers no price and raises none. */
export async function noteEnd(asker: Asker, { action, hasPaid }: End, deps: TrafficDeps, now: EpochSeconds): Promise<void> {
  const { network, project, session } = namesOf(asker, deps)
  const count = (among: Counters, name: string) => among.take(name, 1, Infinity, windowOf(deps), now)
  if (action !== 'allow') await count(deps.ownCounters, `refused:${session}`)
  else if (hasPaid) {
    await count(deps.counters, `good:${project}`)
    if (network !== undefined) await count(deps.ownCounters, `good:${network}`)
  }
}
