import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import { DIRECTORY_TAG } from '../directory/directory-proof.js'
import { DIRECTORY_TYPE, WELL_KNOWN } from '../directory/key-location.js'
import { contentDigest } from '../message/content-digest.js'
import type { ResponseMessage } from '../message/http-message.js'
import type { AgentSigner } from './agent-signer.js'
import { component, signMessage } from './sign-message.js'

export interface DirectoryToCreate {
  /** The host that serves it, with its port if that is not 443: `bot.example`. */
  readonly authority: string
  /** `Date.now() / 1000` */
  readonly now: EpochSeconds
  /** How long the signatures are good; a week where it is left out. Sign anew well before. */
  readonly life?: Seconds
  /** What caches are told; an hour where it is left out. A key that is taken out may still verify for as long. */
  readonly maxAge?: Seconds
}

/** What to answer at `/.well-known/http-message-signatures-directory`, for as long as `life` says. */
export interface DirectoryToServe {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * A key directory, signed once with each of its keys: the old and the new one, while keys change. Holds public halves only.
 * @throws TypeError for an authority that is none.
 */
export async function createDirectory(signers: readonly AgentSigner[], options: DirectoryToCreate): Promise<DirectoryToServe> {
  const { authority, now, life = 604_800, maxAge = 3600 } = options
  const body = JSON.stringify({ keys: signers.map(({ publicJwk }) => publicJwk) })
  const digest = await contentDigest(new TextEncoder().encode(body))
  const message: ResponseMessage = {
    status: 200,
    headers: new Map([['content-digest', digest]]),
    request: { method: 'GET', url: `https://${authority}${WELL_KNOWN}`, headers: new Map() },
  }
  const created = Math.floor(now)
  const components = [component('@authority', { req: true }), component('content-digest')]
  const terms = { components, created, expires: created + life, nonce: undefined, tag: DIRECTORY_TAG }
  const signed = await Promise.all(signers.map((signer, i) => signMessage(message, signer, { ...terms, label: `binding${i}` })))
  const headers = {
    'content-type': DIRECTORY_TYPE,
    'cache-control': `max-age=${maxAge}`,
    'content-digest': digest,
    'signature-input': signed.map((each) => each['signature-input']).join(', '),
    signature: signed.map(({ signature }) => signature).join(', '),
  }
  return { headers, body }
}
