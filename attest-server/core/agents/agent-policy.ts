import type { Seconds } from '../../../shared/units.js'
import type { LocationLimits } from './directory/key-location.js'

/** What a signature must fulfil apart from being right. */
export interface AgentPolicy extends LocationLimits {
  /** How far an agent's clock may go ahead. */
  readonly skew: Seconds
  /** From `created` to `expires`. */
  readonly longestLife: Seconds
  /** The draft asks for no nonce. Without one, whoever saw a request can repeat it until it expires. */
  readonly nonce: 'required' | 'optional'
  /** Whether keys that are printed in RFCs pass: for tests of the protocol. */
  readonly testKeys: boolean
}

/** What is right for a site of today's web. */
export const defaultAgentPolicy: AgentPolicy = {
  skew: 60,
  longestLife: 86_400,
  nonce: 'optional',
  testKeys: false,
  loopback: false,
  ports: [443],
  inline: false,
}
