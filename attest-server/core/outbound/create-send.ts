import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, type Result } from '../../../shared/result.js'
import { planConnection } from './connect-plan.js'
import type { NetworkLimits } from './outbound-url.js'
import type { Dial, OutboundFault, OutboundRequest, OutboundResponse, ResolveHost, Send } from './ports.js'

export interface SendPorts {
  readonly dial: Dial
  readonly resolve: ResolveHost
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

/** Loopback hosts, where they are allowed, need no resolver: what it says of them is not asked. */
async function addressesOf(url: string, { resolve }: SendPorts): Promise<readonly string[]> {
  const host = readUrl(url)?.hostname ?? ''
  const bare = host.startsWith('[') ? host.slice(1, -1) : host
  if (host === '') return []
  if (host === 'localhost') return ['127.0.0.1']
  return parseAddress(bare) ? [bare] : resolve(host)
}

/** Where a response sends whoever asked; undefined where it does not. @param from the URL that was asked, which a relative one hangs on */
function targetOf({ status, headers }: OutboundResponse, from: string): string | undefined {
  const location = headers.get('location')
  return REDIRECTS.has(status) && location !== undefined ? readUrl(location, from)?.href : undefined
}

/**
 * Resolves, judges and dials; each redirect again from the start, so that none leads where the first URL could not. `limits.time` is each dial's here:
 * whoever has a clock holds the whole to it.
 */
export function createSend(ports: SendPorts, network: NetworkLimits): Send {
  async function once({ url, limits, ...message }: OutboundRequest): Promise<Result<OutboundResponse, OutboundFault>> {
    const plan = planConnection(url, await addressesOf(url, ports), network)
    if (!plan.ok) return plan
    const response = await ports.dial(plan.value, message, limits)
    return response.ok ? response : err({ reason: response.error })
  }
  return async (request) => {
    let { url } = request
    for (let left = request.limits.redirects; ; left--) {
      const response = await once({ ...request, url })
      const target = response.ok && request.method === 'GET' && request.limits.redirects > 0 ? targetOf(response.value, url) : undefined
      if (target === undefined) return response
      if (left === 0) return err({ reason: 'too-many-redirects' })
      url = target
    }
  }
}
