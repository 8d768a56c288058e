import type { EpochSeconds } from '../../../shared/units.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { Projects, Settings } from '../../stores/ports.js'
import { authoritiesOf } from '../agents/authorities-of.js'
import type { RequestMessage } from '../agents/message/http-message.js'
import type { Identify } from './identify.js'
import type { Identity } from './verified.js'

export interface DescribedIdentityDeps {
  readonly identify: Identify
  readonly projects: Pick<Projects, 'byId'>
  readonly settings: Pick<Settings, 'of'>
  /** This server's own name, for requests that came here themselves: `attest.example`. */
  readonly authority: string
  readonly clock: () => EpochSeconds
}

/** Who sent a request that somebody describes. Verified only where the project lets such pass: else it is weighed like everybody's. */
export type IdentityOfDescription = (http: HttpFacts, projectId: string) => Promise<Identity>

const UNKNOWN: Identity = { state: 'unknown' }

/** What a signature may cover beside headers, in the names that proxies give it which ask before they let pass; without them, `GET /`. */
function messageOf({ headers }: HttpFacts, authority: string): RequestMessage {
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? authority
  const path = headers.get('x-forwarded-uri') ?? '/'
  return { method: headers.get('x-forwarded-method') ?? 'GET', url: `https://${host}${path.startsWith('/') ? path : '/'}`, headers }
}

/** The project is looked up only for who signs. */
export function createIdentityOfDescription(deps: DescribedIdentityDeps): IdentityOfDescription {
  const { identify, projects, settings, authority, clock } = deps
  return async (http, projectId) => {
    const isSigned = http.headers.has('signature-input')
    const own = isSigned ? authoritiesOf((await projects.byId(projectId))?.origins ?? []) : []
    const message = messageOf(http, own[0] ?? authority)
    const acts = async () => (await settings.of(projectId)).allowVerified
    const identity = await identify({ message, address: http.address, authorities: [authority, ...own], acts }, clock())
    return identity.state === 'verified' && !(await acts()) ? UNKNOWN : identity
  }
}
