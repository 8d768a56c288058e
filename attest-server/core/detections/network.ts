import type { ObservationId } from '../../../shared/observation.js'
import type { Detection } from './detection.js'

const flag = (id: number, name: string, observation: ObservationId, title: string): Detection => ({
  id,
  name,
  title,
  signs: [{ observation, from: 1 }],
})

/** 4xx: where a request comes from. New ones go to the end. */
export const networkDetections: readonly Detection[] = [
  flag(401, 'datacenter_ip', 'net.datacenter', 'The address belongs to a datacenter.'),
  flag(402, 'vpn_ip', 'net.vpn', 'The address belongs to a VPN.'),
  flag(403, 'tor_exit', 'net.tor', 'The address is an exit of Tor.'),
  flag(404, 'residential_proxy_ip', 'net.residential-proxy', 'The address lends itself as a residential proxy.'),
]
