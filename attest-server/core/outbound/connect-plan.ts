import { err, ok, type Result } from '../../../shared/result.js'
import { isLoopbackHost } from '../checks/origin.js'
import { judgeAddress, type Reach } from './judge-address.js'
import { checkOutboundUrl, type NetworkLimits, type UrlFault } from './outbound-url.js'

/** A connection as it was judged: whoever dials takes this address and asks no resolver again (DNS rebinding). */
export interface ConnectPlan {
  /** With the name: for `Host`, for SNI and for the certificate. */
  readonly url: string
  readonly host: string
  readonly port: number
  readonly secure: boolean
  /** The only address that may be dialled. */
  readonly address: string
  readonly family: 4 | 6
}

export type PlanFault =
  | { readonly reason: UrlFault }
  | { readonly reason: 'name-unresolved' }
  | { readonly reason: 'address-forbidden'; readonly kind: Reach }

/** A name with more addresses than this is strange, and the rest is not looked at. */
const MAX_ADDRESSES = 16

/**
 * Judges all addresses that a name resolved to. One that is not public spoils the name: who mixes them wants to be asked until the wrong one comes.
 * @param addresses what the resolver said, in its order; the first is dialled.
 */
export function planConnection(url: string, addresses: readonly string[], limits: NetworkLimits): Result<ConnectPlan, PlanFault> {
  const checked = checkOutboundUrl(url, limits)
  if (!checked.ok) return err({ reason: checked.error })
  const { protocol, hostname, port, href } = checked.value
  const [address] = addresses
  if (address === undefined || addresses.length > MAX_ADDRESSES) return err({ reason: 'name-unresolved' })
  const secure = protocol === 'https:'
  for (const each of addresses) {
    const kind = judgeAddress(each)
    const allowed = kind === 'public' ? secure : kind === 'loopback' && limits.loopback && isLoopbackHost(hostname)
    if (!allowed) return err({ reason: 'address-forbidden', kind })
  }
  const family = address.includes(':') ? 6 : 4
  return ok({ url: href, host: hostname, port: Number(port) || (secure ? 443 : 80), secure, address, family })
}
