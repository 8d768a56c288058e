import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultAgentPolicy } from './agent-policy.js'
import { type AgentSigner, createAgentSigner, generateAgentKey } from './sign/agent-signer.js'
import { authorities, createSite, now, signed, url, withHeader } from './testing/site.js'
import { agentRequest, agentVectors, signedDirectory } from './testing/vectors.js'
import { verifyAgent } from './verify-agent.js'

let signer: AgentSigner

beforeAll(async () => {
  signer = await createAgentSigner(await generateAgentKey())
})

describe('any signed request', () => {
  it('is verified whatever it asks for, and not once any character of it is another', async () => {
    const { deps } = await createSite([signer])
    const path = fc.webPath({ size: 'small' })
    const value = fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/)
    const place = fc.record({ part: fc.nat(6), at: fc.nat(1000), by: fc.integer({ min: 1, max: 94 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST'),
        path,
        fc.webQueryParameters(),
        value,
        place,
        async (method, p, query, x, { part, at, by }) => {
          const target = new URL(`https://shop.example${p}?q=${query}`).href
          const request = await signed(signer, { method, url: target, headers: { 'x-purpose': x } })
          expect((await verifyAgent(request, deps, authorities, now)).outcome).toBe('verified')
          const change = (text: string) => {
            const i = at % text.length
            return text.slice(0, i) + String.fromCharCode(32 + ((text.charCodeAt(i) - 32 + by) % 95)) + text.slice(i + 1)
          }
          const names = ['signature-input', 'signature', 'signature-agent', 'x-purpose']
          const changed =
            part === 0
              ? { ...request, method: change(method) }
              : part < 3
                ? { ...request, url: `https://shop.example${change(target.slice('https://shop.example'.length))}` }
                : withHeader(request, names[part - 3]!, change)
          // An empty port or a "/./" spells the very URL that was signed: that is no change.
          if (part > 0 && part < 3) fc.pre(!URL.canParse(changed.url) || new URL(changed.url).href !== target)
          // A header's value ends where its blanks begin: what became a blank there is still a change.
          expect((await verifyAgent(changed, deps, authorities, now)).outcome).not.toBe('verified')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never makes the verifier throw, whatever its headers are', async () => {
    const { deps } = await createSite([signer])
    const request = await signed(signer)
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom(...request.headers.values()))
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.string(), async (input, signature, by, method) => {
        const headers = new Map([
          ['signature-input', input],
          ['signature', signature],
          ['signature-agent', by],
        ])
        expect((await verifyAgent({ method, url, headers }, deps, authorities, now)).outcome).not.toBe('verified')
      }),
      { numRuns: 500 },
    )
  })
})

describe('the vectors of the Web Bot Auth draft', () => {
  const vectorPolicy = { ...defaultAgentPolicy, testKeys: true, longestLife: 4_000_000_000 }

  it.each(agentVectors)('$name', async (vector) => {
    const { deps, web } = await createSite([signer])
    const type = 'application/http-message-signatures-directory+json'
    const body = new TextEncoder().encode(JSON.stringify({ keys: [vector.key] }))
    web.pages.set(signedDirectory.url, { status: 200, headers: new Map([['content-type', type]]), body })
    const verdict = await verifyAgent(agentRequest(vector), { ...deps, policy: vectorPolicy }, ['example.com'], 1_735_689_601)
    expect(verdict).toMatchObject({ outcome: 'verified', agent: 'https://signature-agent.test', proved: false })
    const today = await verifyAgent(
      agentRequest(vector),
      { ...deps, policy: { ...vectorPolicy, testKeys: false } },
      ['example.com'],
      1_735_689_601,
    )
    expect(today).toMatchObject({ outcome: 'failed', fault: { reason: 'key-of-tests' } })
  })
})
