import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Enrichment } from '../../network/enrichment.js'
import type { Fact } from '../fact.js'

function levelOf({ tor, proxy, residentialProxy, vpn, relay }: Enrichment): number | undefined {
  if (proxy || residentialProxy) return 3
  if (tor) return 2
  if (vpn || relay) return 1
  return [tor, proxy, residentialProxy, vpn, relay].includes(false) ? 0 : undefined
}

/**
 * 0: none, as far as databases say · 1: a VPN or a privacy relay · 2: a Tor exit · 3: a proxy that is sold, homes' among them. Most of those
 * who use the first two are people who want to be left alone. Behind a home that is somebody's proxy its own people browse, too.
 */
export const anonymiser = {
  id: 'net.anonymiser',
  observe({ http: { address, network } }): Observation {
    const level = address === undefined || network === undefined ? undefined : levelOf(network)
    return level === undefined ? unsupported : seen(level)
  },
} as const satisfies Fact
