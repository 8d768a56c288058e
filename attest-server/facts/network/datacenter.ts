import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Networks whose addresses are in data centres while people are behind them: privacy relays leave through caches, companies through gateways. */
const peopled = ['cdn', 'gateway', 'vpn']

/**
 * 0: no data centre · 1: one that people are known to browse through: a relay, a VPN, a company's gateway · 2: any other. Unsupported where no
 * database says, and of addresses that were guessed.
 */
export const datacenter = {
  id: 'net.datacenter',
  observe({ http: { address, network } }): Observation {
    if (address === undefined || network === undefined) return unsupported
    const isPeopled = network.relay || network.vpn || (network.asnClass !== null && peopled.includes(network.asnClass))
    if (isPeopled) return seen(1)
    return network.datacenter === null ? unsupported : seen(network.datacenter ? 2 : 0)
  },
} as const satisfies Fact
