import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import { encodeBase64 } from '../fields/base64.js'
import { serializeDictionary } from '../fields/serialize-field.js'
import { contentDigest } from '../message/content-digest.js'
import type { RequestMessage } from '../message/http-message.js'
import type { AgentSigner } from './agent-signer.js'
import { component, signMessage } from './sign-message.js'

export interface RequestToSign {
  /** As it will be sent: `GET` and `get` are two methods. */
  readonly method: string
  readonly url: string
  /** The agent's own URL: an origin such as `https://bot.example`, whose well-known directory has the key, or the URL of a JWK Set. */
  readonly agent: string
  /** Headers to cover besides; names in any case, one value each. */
  readonly headers?: Readonly<Record<string, string>>
  /** The body, if it should be covered: `content-digest` is added for it. */
  readonly body?: Uint8Array
  /** Single use: at most 256 printable characters. 32 random bytes where it is left out; `null` for none. */
  readonly nonce?: string | null
  /** Up to a day. A minute is enough for a request that is sent at once. */
  readonly life?: Seconds
  /** `Date.now() / 1000` */
  readonly now: EpochSeconds
}

const LABEL = 'sig1'
const LONGEST: Seconds = 86_400

/** Random because two agents may share a key, and must not share a nonce. */
const makeNonce = (): string => encodeBase64(crypto.getRandomValues(new Uint8Array(32)))

/** What `fetch` sends for a URL, without its fragment. */
function sentUrl(text: string): URL {
  const url = new URL(text)
  url.hash = ''
  return url
}

async function messageOf(request: RequestToSign): Promise<{ readonly message: RequestMessage; readonly digest: string | undefined }> {
  const { method, url, agent, headers = {}, body } = request
  const digest = body && (await contentDigest(body))
  const lines = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (digest !== undefined) lines.set('content-digest', digest)
  const member = { item: { kind: 'string', value: agent }, parameters: new Map() } as const
  lines.set('signature-agent', serializeDictionary(new Map([[LABEL, member]])))
  return { message: { method, url: sentUrl(url).href, headers: lines }, digest }
}

/**
 * Signs a request for Web Bot Auth. Covers method, authority, path, query, Signature-Agent, and every header that is given.
 * @returns the headers to add to the request: all in small letters, `content-digest` only where there is a body.
 * @throws TypeError for a URL, agent, header or life that cannot be signed.
 * @example await fetch(url, { headers: await signRequest(signer, { method: 'GET', url, agent: 'https://bot.example', now: Date.now() / 1000 }) })
 */
export async function signRequest(signer: AgentSigner, request: RequestToSign): Promise<Readonly<Record<string, string>>> {
  const { life = 60, nonce = makeNonce() } = request
  if (!(life >= 1 && life <= LONGEST)) throw new TypeError('life: from one second to a day.')
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(request.agent)) throw new TypeError('agent: an absolute URL.')
  const { message, digest } = await messageOf(request)
  const named = [...message.headers.keys()].filter((name) => name !== 'signature-agent')
  const components = [
    ...['@method', '@authority', '@path', '@query'].map((name) => component(name)),
    component('signature-agent', { key: LABEL }),
    ...named.map((name) => component(name)),
  ]
  const created = Math.floor(request.now)
  const terms = { label: LABEL, components, created, expires: created + Math.floor(life), nonce: nonce ?? undefined, tag: 'web-bot-auth' }
  const signed = await signMessage(message, signer, terms)
  const agent = message.headers.get('signature-agent')!
  return { ...signed, 'signature-agent': agent, ...(digest === undefined ? {} : { 'content-digest': digest }) }
}
