import type { EpochSeconds } from '../../shared/units.js'
import type { Random } from '../core/ids.js'
import type { Thresholds } from '../core/requests/decide-request.js'
import { type ReportedDeps, revokeReported } from '../core/revocations/revoke-reported.js'
import type { ClientSources } from '../network/describe-client.js'
import { myIp } from '../network/wire-shapes.js'
import type { HttpFactsSettings } from '../routes/http/http-facts.js'
import type { Surface } from '../routes/http/surface.js'
import { myIpSurface } from '../routes/my-ip/index.js'
import { outcomesSurface } from '../routes/outcomes/index.js'
import { requestsSurface } from '../routes/requests/index.js'
import type { Labels } from '../stores/ports.js'
import { createRequestScorer, type IdentityOf, unknownIdentity } from './create-request-scorer.js'
import type { LookAlikes } from './look-alikes.js'

/** How requests are judged that somebody describes. */
export interface RequestSettings {
  readonly thresholds: Thresholds
  /** How many proxies stand before the servers that describe requests: those append to the `xforwardedfor` that they tell. */
  readonly callerProxies: number
}

export interface RequestsDeps {
  readonly settings: RequestSettings
  readonly http: HttpFactsSettings
  readonly labels: Labels
  /** What is done where an attested session turns out to be a bot. */
  readonly reported: ReportedDeps
  readonly lookAlikes: LookAlikes
  readonly client: ClientSources
  readonly identityOf?: IdentityOf
  readonly clock: () => EpochSeconds
  readonly onScored?: ((projectId: string, score: number) => void) | undefined
  readonly random: Random
}

/** Of what a project may revoke: however much is reported, its owner can still revoke by hand. */
const REPORTED_SHARE = 0.5

/** All that judges a request by itself, and what is reported of it afterwards. */
export function requestSurfaces(deps: RequestsDeps): readonly Surface[] {
  const { settings, http, labels, reported, lookAlikes, client, identityOf = unknownIdentity, clock, random, onScored } = deps
  const { thresholds, callerProxies } = settings
  const score = createRequestScorer({ lookAlikes, client, identityOf, thresholds, clock, random, onScored })
  const lookUp = (address: string) => {
    const enrichment = client.enrich(address)
    return enrichment && myIp(enrichment)
  }
  const revocations: ReportedDeps['revocations'] = {
    add: (projectId, digest, until, now) => reported.revocations.add(projectId, digest, until, now, REPORTED_SHARE),
  }
  const onBot = (projectId: string, name: string) => revokeReported(projectId, name, { ...reported, revocations }, clock())
  return [
    requestsSurface({ score, description: { trustedProxies: callerProxies }, http }),
    outcomesSurface({ labels, lookAlikes, clock, onBot }),
    myIpSurface({ lookUp, trustedProxies: http.trustedProxies }),
  ]
}
