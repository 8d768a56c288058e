import type { ObservationId, Scalar } from '../../shared/observation.js'
import type { EpochSeconds } from '../../shared/units.js'
import type { Identity } from '../core/identity/verified.js'
import { observeRequest } from '../core/requests/observe-request.js'
import { type SessionNetwork, unknownNetwork } from '../core/sessions/judged.js'
import type { SeenRequest } from '../core/sessions/state/session-state.js'
import type { Fact, HttpFacts } from '../facts/fact.js'
import { type ClientSources, describeClient } from '../network/describe-client.js'
import { parseJa4 } from '../network/tls/parse-ja4.js'
import { verdictIp } from '../network/wire-shapes.js'

/** Who sent a request, as far as it can be proved while it waits. */
export type IdentityOf = (http: HttpFacts) => Promise<Identity>

const networkOf = ({ network, ja4 }: HttpFacts): SessionNetwork => ({
  ...(network ? verdictIp(network) : unknownNetwork),
  ja4: ja4 ?? null,
})

type Seen = SeenRequest['seen']

const seenBy = (facts: readonly Fact[], http: HttpFacts, now: EpochSeconds): Seen =>
  Array.from(observeRequest(facts, http, now)).flatMap(([id, observation]): (readonly [ObservationId, Scalar])[] =>
    observation.state === 'ok' ? [[id, observation.value]] : [],
  )

/** What is kept of a request that posted events: what facts made of it, and no header and no address. @param facts of requests alone */
export async function seeRequest(
  http: HttpFacts,
  facts: readonly Fact[],
  sources: ClientSources,
  identityOf: IdentityOf,
  now: EpochSeconds,
): Promise<SeenRequest> {
  const described = describeClient(http, sources)
  const identity = await identityOf(described)
  return {
    seen: seenBy(facts, described, now),
    network: networkOf(described),
    ...(identity.state !== 'unknown' && { identity }),
  }
}

/** The same of a visitor whom a backend describes: where it came from, and nothing else. */
export function seeAddress(
  address: string | undefined,
  ja4: string | undefined,
  facts: readonly Fact[],
  { enrich }: ClientSources,
  now: EpochSeconds,
): SeenRequest {
  const http: HttpFacts = {
    via: 'fetch',
    headers: new Map(),
    headerNames: undefined,
    trustworthy: false,
    address,
    described: { whole: false, empty: new Set() },
    network: address === undefined ? undefined : enrich(address),
    ja4: parseJa4(ja4)?.text,
  }
  const ofNetwork = facts.filter(({ id }) => id.startsWith('net.'))
  return { seen: seenBy(ofNetwork, http, now), network: networkOf(http), isTold: true }
}
