import type { ObservationId } from '../../../shared/observation.js'
import type { Detection } from './detection.js'

const levels = (id: number, name: string, title: string, observation: ObservationId, from: number, below?: number): Detection => ({
  id,
  name,
  title,
  signs: [below === undefined ? { observation, from } : { observation, from, below }],
})

/** 4xx: where a request comes from, and how its TLS is spoken. New ones go to the end. */
export const networkDetections: readonly Detection[] = [
  levels(401, 'datacenter_ip', 'The address belongs to a datacenter, and to no relay, VPN or gateway there.', 'net.datacenter', 2),
  levels(402, 'vpn_ip', 'The address belongs to a VPN or a privacy relay.', 'net.anonymiser', 1, 2),
  levels(403, 'tor_exit', 'The address is an exit of Tor.', 'net.anonymiser', 2, 3),
  levels(404, 'residential_proxy_ip', 'The address lends itself as a proxy, as homes do that somebody sells.', 'net.anonymiser', 3),
  levels(405, 'tls_library', 'TLS is spoken as a library speaks it, not a browser.', 'net.tls-library', 1),
  levels(406, 'tls_mismatch', 'TLS is spoken as another browser speaks it than the user agent names.', 'net.tls-claim', 1),
]
