import { beforeAll, describe, expect, it } from 'vitest'
import type { AgentPolicy } from './agent-policy.js'
import { algorithmNames } from './algorithms.js'
import { encodeBase64 } from './fields/base64.js'
import type { RequestMessage } from './message/http-message.js'
import { type AgentSigner, createAgentSigner, generateAgentKey } from './sign/agent-signer.js'
import { createDirectory } from './sign/create-directory.js'
import { component, signMessage } from './sign/sign-message.js'
import { cacheOver, page } from './testing/directories.js'
import { agent, authorities, createSite, directoryUrl, now, signed, url, withHeader } from './testing/site.js'
import { verifyAgent } from './verify-agent.js'

let signer: AgentSigner

beforeAll(async () => {
  signer = await createAgentSigner(await generateAgentKey())
})

const judge = async (request: RequestMessage, changes: Partial<AgentPolicy> = {}, at = now) => {
  const verdict = await verifyAgent(request, (await createSite([signer], changes)).deps, authorities, at)
  return verdict.outcome === 'failed' ? verdict.fault.reason : verdict.outcome
}

describe('a signed request', () => {
  it('is verified, with the agent, its key and what it covered', async () => {
    const { deps } = await createSite([signer])
    expect(await verifyAgent(await signed(signer, { nonce: 'n' }), deps, authorities, now)).toEqual({
      outcome: 'verified',
      agent,
      keyid: signer.keyid,
      directory: directoryUrl,
      known: undefined,
      proved: true,
      nonce: { text: 'n', from: 1_799_999_940, until: 1_800_000_060 },
      covered: ['"@method"', '"@authority"', '"@path"', '"@query"', '"signature-agent";key="sig1"'],
    })
  })

  it.each(algorithmNames)('is verified with %s', async (algorithm) => {
    const other = await createAgentSigner(await generateAgentKey(algorithm))
    const { deps } = await createSite([signer, other])
    const body = new TextEncoder().encode('{}')
    const request = await signed(other, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(await verifyAgent(request, deps, authorities, now)).toMatchObject({ outcome: 'verified', keyid: other.keyid, proved: true })
  })

  it('says what makes it the only one of its kind, and leaves no trace itself', async () => {
    const { deps } = await createSite([signer])
    const [single, repeatable] = [await signed(signer), await signed(signer, { nonce: null })]
    for (const [request, isSingle] of [
      [single, true],
      [single, true],
      [repeatable, false],
    ] as const) {
      const verdict = await verifyAgent(request, deps, authorities, now)
      expect(verdict.outcome === 'verified' && verdict.nonce !== undefined).toBe(isSingle)
    }
  })

  it('with a nonce is good for ten minutes, however long its signature is', async () => {
    const { deps } = await createSite([signer])
    const request = await signed(signer, { life: 86_400, nonce: 'n' })
    const at = async (later: number) => {
      const verdict = await verifyAgent(request, deps, authorities, now + later)
      return verdict.outcome === 'failed' ? verdict.fault.reason : verdict.outcome
    }
    expect([await at(599), await at(600)]).toEqual(['verified', 'nonce-stale'])
  })

  it('is for the site that is asked, and for no other of the same server', async () => {
    const { deps } = await createSite([signer])
    const elsewhere = await verifyAgent(await signed(signer), deps, ['other.example'], now)
    expect(elsewhere).toMatchObject({ outcome: 'failed', fault: { reason: 'authority-foreign' } })
  })
})

describe('a request without a signature for this', () => {
  it.each([
    ['no header', new Map()],
    ['a signature of another protocol', new Map([['signature', 'keyId="https://social.example/u#main-key",headers="date"']])],
    ['an input without a signature', new Map([['signature-input', 'sig=();tag="web-bot-auth"']])],
    [
      'another tag',
      new Map([
        ['signature-input', 'sig=();tag="other"'],
        ['signature', 'sig=:AAAA:'],
      ]),
    ],
    ['a name in Signature-Agent alone', new Map([['signature-agent', `sig="${agent}"`]])],
  ])('is absent: %s', async (_, headers) => {
    expect(await judge({ method: 'GET', url, headers })).toBe('absent')
  })
})

describe('a signature that breaks the policy', () => {
  const custom = async (change: {
    components?: string[]
    life?: number
    created?: number
    label?: string
    field?: string
    nonce?: string
  }) => {
    const { components = ['@authority'], life = 60, created = Math.floor(now), label = 'sig', field = `sig="${agent}"`, nonce } = change
    const message = { method: 'GET', url, headers: new Map([['signature-agent', field]]) }
    const covered = components.map((name) =>
      name.startsWith('agent:') ? component('signature-agent', { key: name.slice(6) }) : component(name),
    )
    const terms = { label, components: covered, created, expires: created + life, nonce, tag: 'web-bot-auth' }
    const headers = await signMessage(message, signer, terms)
    return { ...message, headers: new Map([...message.headers, ...Object.entries(headers)]) }
  }
  const plain = ['@authority', 'agent:sig']

  it.each([
    ['verified', { components: plain }, {}],
    ['verified', { components: ['@target-uri', 'agent:sig'] }, {}],
    ['verified', { components: ['@authority', 'signature-agent'] }, {}],
    ['verified', { components: ['@authority', 'signature-agent'], field: `"${agent}"` }, {}],
    ['verified', { components: plain, label: 'renamed' }, {}],
    ['verified', { components: plain, created: Math.floor(now) + 60 }, {}],
    ['verified', { components: plain, life: 86_400 }, {}],
    ['authority-not-covered', { components: ['@method', 'agent:sig'] }, {}],
    ['agent-not-covered', {}, {}],
    ['agent-not-covered', { field: `"${agent}"` }, {}],
    ['agent-ambiguous', { components: [...plain, 'agent:b'], label: 'c', field: `sig="${agent}", b="${agent}"` }, {}],
    ['agent-malformed', { components: plain, field: 'sig=?1' }, {}],
    ['agent-malformed', { components: plain, field: `sig="${agent}";type=cimd` }, {}],
    ['created-in-future', { components: plain, created: Math.floor(now) + 62 }, {}],
    ['expired', { components: plain, created: Math.floor(now) - 60 }, {}],
    ['parameter-malformed', { components: plain, life: 0 }, {}],
    ['life-too-long', { components: plain, life: 86_401 }, {}],
    ['nonce-missing', { components: plain }, { nonce: 'required' as const }],
    ['parameter-malformed', { components: plain, nonce: 'n'.repeat(257) }, {}],
    ['parameter-malformed', { components: plain, nonce: '' }, {}],
    ['url-scheme', { components: plain, field: 'sig="http://bot.example"' }, {}],
    ['url-literal-address', { components: plain, field: 'sig="https://169.254.169.254"' }, {}],
    ['directory', { components: plain, field: 'sig="https://unknown.example"' }, {}],
    ['url-inline', { components: plain, field: 'sig="data:text/plain,x"' }, {}],
  ])('%s: %j %j', async (outcome, change, policy) => {
    expect(await judge(await custom(change), policy)).toBe(outcome)
  })

  it('is refused before anything is fetched, if it is not worth it', async () => {
    const { deps, web } = await createSite([signer])
    await verifyAgent(await custom({ components: plain, life: 86_401 }), deps, authorities, now)
    await verifyAgent(await custom({ components: ['agent:sig'] }), deps, authorities, now)
    expect(web.asked).toEqual([])
  })

  it('may name its keys itself only where that is allowed, and then speaks for its key alone', async () => {
    const json = JSON.stringify({ keys: [signer.publicJwk] })
    const inline = `data:application/http-message-signatures-directory+json;base64,${encodeBase64(new TextEncoder().encode(json))}`
    const { deps } = await createSite([signer], { inline: true })
    const verdict = await verifyAgent(await custom({ components: plain, field: `sig="${inline}"` }), deps, authorities, now)
    const urn = `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${signer.keyid}`
    expect(verdict).toMatchObject({ outcome: 'verified', agent: urn, directory: undefined, proved: false })
  })

  it('is a known agent at its own host and port alone', async () => {
    const { deps, web } = await createSite([signer], { ports: [443, 8443] })
    const knownAt = async (authority: string, path = '/.well-known/http-message-signatures-directory') => {
      web.pages.set(`https://${authority}${path}`, page(await createDirectory([signer], { authority, now })))
      const directories = cacheOver(web, {}, [443, 8443])
      const request = await signed(signer, { agent: `https://${authority}${path}` })
      const verdict = await verifyAgent(request, { ...deps, directories }, authorities, now)
      return verdict.outcome === 'verified' ? verdict.known?.name : verdict
    }
    expect(await knownAt('chatgpt.com')).toBe('ChatGPT agent')
    expect(await knownAt('chatgpt.com:8443')).toBe(undefined)
    expect(await knownAt('chatgpt.com', '/share/keys')).toBe(undefined)
  })

  it('is not verified by a key of another directory', async () => {
    const { deps, web } = await createSite([signer])
    const other = await createAgentSigner(await generateAgentKey())
    const theirs = await createDirectory([other], { authority: 'other.example', now })
    web.pages.set('https://other.example/.well-known/http-message-signatures-directory', page(theirs))
    expect((await verifyAgent(await signed(signer), deps, authorities, now)).outcome).toBe('verified')
    const claiming = await verifyAgent(await signed(signer, { agent: 'https://other.example' }), deps, authorities, now)
    expect(claiming).toMatchObject({ outcome: 'failed', meaning: 'unverified', fault: { reason: 'key-unknown' } })
  })
})

describe('several signatures', () => {
  it('are tried in their order, and one that is right is enough', async () => {
    const request = await signed(signer)
    const both = withHeader(
      withHeader(request, 'signature-input', (value) => `a=("@authority");created=1;expires=2;keyid="k";tag="web-bot-auth", ${value}`),
      'signature',
      (value) => `a=:AAAA:, ${value}`,
    )
    expect(await judge(both)).toBe('verified')
  })

  it('are not tried without end', async () => {
    const labels = ['a', 'b', 'c']
    const request = await signed(signer)
    const many = withHeader(
      withHeader(request, 'signature-input', (v) => `${labels.map((l) => `${l}=();tag="web-bot-auth"`).join(', ')}, ${v}`),
      'signature',
      (v) => `${labels.map((l) => `${l}=:AAAA:`).join(', ')}, ${v}`,
    )
    expect(await judge(many)).toBe('parameter-malformed')
  })
})
