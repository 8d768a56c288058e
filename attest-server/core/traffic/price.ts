import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Round } from '../../../shared/wire/challenge.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { Counters } from '../../stores/ports.js'
import { effortOf, MOST_EFFORT } from '../effort.js'
import type { TrafficDeps } from './meet-key.js'
import { networkName } from './meet-network.js'

/** Twice as long as a challenge is good for where nobody says otherwise. */
const WINDOW: Seconds = 600

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

interface Names {
  readonly network: string | undefined
  readonly project: string
  readonly session: string
}

const namesOf = ({ projectId, session, http }: Asker, deps: TrafficDeps): Names => ({
  network: networkName(http, deps),
  project: projectId,
  session: deps.digest(`${projectId} ${session}`),
})

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

async function crowd(name: string, free: number, most: number, counters: Counters, now: EpochSeconds): Promise<number> {
  const { used } = await counters.take(`issued:${name}`, 1, Infinity, WINDOW, now)
  return crowdPrice(used, await counters.read(`good:${name}`, WINDOW, now), free, most)
}

/**
 * Counts a challenge that is issued.
 * @returns what it costs, as a multiple of what its round costs else: 1 for ordinary visitors, 4 at most. Nobody is refused.
 */
export async function priceOf(asker: Asker, round: Round, deps: TrafficDeps, now: EpochSeconds): Promise<number> {
  const { network, project, session } = namesOf(asker, deps)
  const { counters } = deps
  const ofNetwork = network === undefined ? 1 : await crowd(network, FREE_OF_NETWORK, MOST, counters, now)
  const ofProject = await crowd(project, FREE_OF_PROJECT, MOST_OF_PROJECT, counters, now)
  const ofSession = sessionPrice(await counters.read(`refused:${session}`, WINDOW, now))
  return dearest(round, Math.max(ofNetwork * networkPrice(asker.http), ofProject, ofSession))
}

/** Counts how a challenge ended. @param isGood the work was done, and whoever did it was let through */
export async function noteEnd(asker: Asker, isGood: boolean, deps: TrafficDeps, now: EpochSeconds): Promise<void> {
  const { network, project, session } = namesOf(asker, deps)
  const names = isGood ? [`good:${project}`, ...(network === undefined ? [] : [`good:${network}`])] : [`refused:${session}`]
  for (const name of names) await deps.counters.take(name, 1, Infinity, WINDOW, now)
}
