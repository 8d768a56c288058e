import { beforeAll, describe, expect, it } from 'vitest'
import type { RequestMessage } from './message/http-message.js'
import { type AgentSigner, createAgentSigner, generateAgentKey } from './sign/agent-signer.js'
import { createDirectory } from './sign/create-directory.js'
import { component, signMessage } from './sign/sign-message.js'
import { page } from './testing/directories.js'
import { agent, authorities, createSite, directoryUrl, now, signed, url } from './testing/site.js'
import { verifyAgent } from './verify-agent.js'

let signer: AgentSigner

beforeAll(async () => {
  signer = await createAgentSigner(await generateAgentKey())
})

const outcomeOf = async (request: RequestMessage, keys: readonly object[], headers: Readonly<Record<string, string>> = {}) => {
  const { web, deps } = await createSite([signer])
  const plain = { 'content-type': 'application/http-message-signatures-directory+json' }
  web.pages.set(directoryUrl, page({ headers: { ...plain, ...headers }, body: JSON.stringify({ keys }) }))
  const verdict = await verifyAgent(request, deps, authorities, now)
  return verdict.outcome === 'failed' ? verdict.fault.reason : verdict.outcome
}

describe('the key of a signature', () => {
  it.each([
    ['verified', {}],
    ['verified', { nbf: now + 59, exp: now + 1 }],
    ['verified', { nbf: now * 1000, exp: now * 1000 + 1 }],
    ['key-out-of-time', { nbf: now + 61 }],
    ['key-out-of-time', { exp: now }],
    ['key-out-of-time', { exp: (now - 1) * 1000 }],
    ['key-unknown', { use: 'enc' }],
    ['key-unknown', { alg: 'ES256' }],
  ])('%s: %j', async (outcome, members) => {
    expect(await outcomeOf(await signed(signer), [{ ...signer.publicJwk, ...members }])).toBe(outcome)
  })

  it('is not used where its own directory is signed for another host', async () => {
    const { headers } = await createDirectory([signer], { authority: 'other.example', now })
    expect(await outcomeOf(await signed(signer), [signer.publicJwk], headers)).toBe('key-refuted')
  })

  it('is of the algorithm that the signature names, if it names one', async () => {
    const naming = async (alg: string): Promise<RequestMessage> => {
      const message = { method: 'GET', url, headers: new Map([['signature-agent', `sig="${agent}"`]]) }
      const named: AgentSigner = { ...signer, keyid: `${signer.keyid}";alg="${alg}` }
      const components = [component('@authority'), component('signature-agent', { key: 'sig' })]
      const terms = {
        label: 'sig',
        components,
        created: Math.floor(now),
        expires: Math.floor(now) + 9,
        nonce: undefined,
        tag: 'web-bot-auth',
      }
      // The signer names no algorithm: one is put behind the key's name, escaped in the base that it signs and plain in what is sent.
      const plain = (text: string) => text.replaceAll('\\"', '"')
      const honest = {
        ...named,
        sign: (bytes: Uint8Array) => signer.sign(new TextEncoder().encode(plain(new TextDecoder().decode(bytes)))),
      }
      const headers = await signMessage(message, honest, terms)
      return {
        ...message,
        headers: new Map([...message.headers, ...Object.entries(headers).map(([name, value]) => [name, plain(value)] as const)]),
      }
    }
    expect(await outcomeOf(await naming('ed25519'), [signer.publicJwk])).toBe('verified')
    expect(await outcomeOf(await naming('rsa-pss-sha512'), [signer.publicJwk])).toBe('algorithm-mismatch')
    expect(await outcomeOf(await naming('hmac-sha256'), [signer.publicJwk])).toBe('parameter-malformed')
  })
})
