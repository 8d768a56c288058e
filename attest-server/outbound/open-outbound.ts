import { err, type Result } from '../../shared/result.js'
import { createSend } from '../core/outbound/create-send.js'
import type { NetworkLimits } from '../core/outbound/outbound-url.js'
import type { OutboundFault, OutboundResponse, Send } from '../core/outbound/ports.js'
import { createDial, type DialOptions } from './dial.js'
import { createResolveHost } from './resolve-host.js'
import { withinTime } from './within-time.js'

export interface OutboundOptions extends DialOptions, Partial<NetworkLimits> {
  /** `address` or `address:port`; those of the machine where there are none. */
  readonly nameServers?: readonly string[]
}

/** The way out on Node. See `Send`, whose promises it keeps; one deadline holds for names, redirects and bodies together. */
export function openOutbound({ nameServers, loopback = false, ports = [443], ...dialing }: OutboundOptions): Send {
  const send = createSend({ dial: createDial(dialing), resolve: createResolveHost(nameServers) }, { loopback, ports })
  const late: Result<OutboundResponse, OutboundFault> = err({ reason: 'timed-out' })
  return (request) => withinTime(send(request), request.limits.time, late)
}
