import type { Tally } from '../../../shared/features/reading/tally.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { KeyTraffic } from '../../facts/fact.js'
import type { Counters } from '../../stores/ports.js'
import { countDistinct } from './count-distinct.js'
import { overlapOf } from './input-time.js'

const MINUTE: Seconds = 60
const HOUR: Seconds = 3600
/** Challenges that were issued this close together are of one go. */
const GO: Seconds = 10
/** The least time that challenges and their ends are counted for. */
const LEAST_WINDOW: Seconds = 600
/** More sessions, networks or kinds of user agents are not told apart. */
const MOST = 64

export interface TrafficDeps {
  readonly counters: Counters
  /** For names that have a digest in them: no other process counts under these. */
  readonly ownCounters: Counters
  /** Names that counters may have: of addresses, sessions and user agents nothing else is written. */
  readonly digest: (text: string) => string
  /** How long a challenge is good for. */
  readonly challengeLife: Seconds
}

/** Twice as long as a challenge is good for, or a hoard of long-lived ones would be forgotten before it is spent. */
export const windowOf = ({ challengeLife }: Pick<TrafficDeps, 'challengeLife'>): Seconds => Math.max(LEAST_WINDOW, 2 * challengeLife)

/** What one evidence says of where its key is. */
export interface KeyStep {
  readonly thumbprint: string
  readonly session: string
  /** The name that counters have for the client's network; undefined where its address was guessed. */
  readonly network: string | undefined
  readonly userAgent: string
  /** Of the challenge. */
  readonly issuedAt: EpochSeconds
  readonly tally: Tally
}

const alone: KeyTraffic = { pace: 1, sessions: 1, parallel: 1, networks: 1, agents: 1, overlap: 0 }

/** A browser that is updated keeps its kind. */
const kindOf = (userAgent: string): string => userAgent.replace(/\d[\d._]*/g, '')

/**
 * Counts one evidence for its key. Nearly all keys come once in an hour: of these it is counted that they came, and all else from the second time on, so
 * that a crowd of visitors costs one counter each.
 */
export async function meetKey(step: KeyStep, deps: TrafficDeps, now: EpochSeconds): Promise<KeyTraffic> {
  const { counters, ownCounters, digest } = deps
  const { thumbprint, network, issuedAt } = step
  const hour = await counters.take(`key:${thumbprint}`, 1, Infinity, HOUR, now)
  if (hour.used === 1) return alone
  // Digests are each process's own: so are the names under which they are counted, or several processes would count one network several times.
  const key = digest(thumbprint)
  const session = digest(step.session)
  const count = async (name: string, window: Seconds) => (await counters.take(name, 1, Infinity, window, now)).used
  const distinct = (name: string, value: string, window: Seconds) => countDistinct(ownCounters, `${name}:${key}`, value, MOST, window, now)
  return {
    pace: await count(`key:${thumbprint}`, MINUTE),
    sessions: await distinct('key-sessions', session, MINUTE),
    parallel: await count(`key-go:${thumbprint}:${Math.floor(issuedAt / GO)}`, windowOf(deps)),
    networks: network === undefined ? 1 : await distinct('key-networks', network, HOUR),
    agents: await distinct('key-agents', digest(kindOf(step.userAgent)), HOUR),
    overlap: await overlapOf({ tally: step.tally, key, session }, ownCounters, now),
  }
}
