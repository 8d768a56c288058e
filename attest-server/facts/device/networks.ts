import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/**
 * Networks from which the device key came in the hour that is running. Phones change theirs; relays, Tor and companies' gateways choose another one for
 * each connection or for some minutes.
 */
export const deviceNetworks = {
  id: 'device.networks',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.networks) : unsupported),
} as const satisfies Fact
