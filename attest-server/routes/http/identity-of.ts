import type { Context } from 'hono'
import type { EpochSeconds } from '../../../shared/units.js'
import { authoritiesOf } from '../../core/agents/authorities-of.js'
import type { RequestMessage } from '../../core/agents/message/http-message.js'
import type { Identify } from '../../core/identity/identify.js'
import type { Identity } from '../../core/identity/verified.js'
import type { Project, Settings } from '../../stores/ports.js'
import type { AppEnv } from './env.js'
import { type HttpFactsSettings, requestAddress } from './http-facts.js'

export interface IdentityDeps {
  readonly identify: Identify
  readonly settings: Pick<Settings, 'of'>
  readonly http: HttpFactsSettings
  readonly clock: () => EpochSeconds
}

/** Who sent the request at hand to a project. @param body as it came, where a signature may cover it. */
export type IdentityOf = (c: Context<AppEnv>, project: Pick<Project, 'id' | 'origins'>, body?: Uint8Array) => Promise<Identity>

/** The request as the client addressed it: the scheme is the public one, the name the client's own. Parsers of URLs would write a path anew. */
function messageOf(c: Context<AppEnv>, issuer: URL): RequestMessage {
  const { url } = c.req
  const path = url.indexOf('/', url.indexOf('://') + 3)
  const headers = new Map(Object.entries(c.req.header()))
  const host = headers.get('host') ?? issuer.host
  return { method: c.req.method, url: `${issuer.protocol}//${host}${path < 0 ? '/' : url.slice(path)}`, headers }
}

/** A signature is for this server's public name, or for one of the project's: behind one name, the site and this server are one to the client. */
export function createIdentityOf({ identify, settings, http, clock }: IdentityDeps): IdentityOf {
  const issuer = new URL(http.issuer)
  return (c, { id, origins }, body) =>
    identify(
      {
        message: messageOf(c, issuer),
        address: requestAddress(c, http.trustedProxies),
        authorities: [issuer.host, ...authoritiesOf(origins)],
        ...(body === undefined ? {} : { body }),
        acts: async () => (await settings.of(id)).allowVerified,
      },
      clock(),
    )
}
