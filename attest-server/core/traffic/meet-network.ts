import { isInternal } from '../../../shared/address/is-internal.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { HttpFacts, NetworkTraffic } from '../../facts/fact.js'
import type { Counters } from '../../stores/ports.js'
import type { TrafficDeps } from './meet-key.js'
import { networkOf } from './network-of.js'

const HOUR: Seconds = 3600

/**
 * The name that counters have for the client's network: /24 of IPv4, /48 of IPv6. Undefined where its address was guessed, and where it is one of
 * our neighbours': behind a translator or proxy that nobody configured everybody has that one, and would pay for whoever floods.
 */
export function networkName({ address }: HttpFacts, { digest }: Pick<TrafficDeps, 'digest'>): string | undefined {
  const parsed = address === undefined ? undefined : parseAddress(address)
  return parsed === undefined || isInternal(parsed) ? undefined : digest(networkOf(parsed.text))
}

/** Counts one evidence for where it came from. */
export async function meetNetwork(
  name: string | undefined,
  asn: number | null | undefined,
  { counters, ownCounters }: Pick<TrafficDeps, 'counters' | 'ownCounters'>,
  now: EpochSeconds,
): Promise<NetworkTraffic> {
  const count = async (among: Counters, counter: string) => (await among.take(counter, 1, Infinity, HOUR, now)).used
  return {
    prefix: name === undefined ? undefined : await count(ownCounters, `net:${name}`),
    system: typeof asn === 'number' ? await count(counters, `asn:${asn}`) : undefined,
  }
}
