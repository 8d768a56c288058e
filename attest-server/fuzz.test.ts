import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDevice, evidenceHeader, signEvidence, toBase64url } from './testing/honest-client.js'
import { anyMutation, type Mutation, mutate } from './testing/mutated-claims.js'
import { createTestServer, ORIGIN } from './testing/test-server.js'
import { visit } from './testing/visit.js'

const server = await createTestServer()
const device = await createDevice()
const page = await visit(server)
const honest = page.claims()

/** Whatever comes: an answer of ours, and never a fault of ours. */
async function expectSane(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500)
  if (response.status >= 400) expect(response.headers.get('content-type')).toMatch(/^(application\/(problem\+)?json|text\/html)/)
  expect(server.log.filter(({ event }) => event === 'bug')).toEqual([])
  server.log.length = 0
}

const anyBody = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }),
  fc.json({ maxDepth: 12 }),
  fc.jsonValue({ maxDepth: 4 }),
)

/** How mutated claims must be seen to end, or the fuzzing has not come as far as it should. */
const REACHED = [
  'verdict',
  'field-malformed',
  'evidence-version',
  'proof-malformed',
  'proof-wrong',
  'nonce-mismatch',
  'origin-mismatch',
  'issued-outside-challenge',
  'card-unknown',
  'summary-length',
  'observation-malformed',
  'observation-impossible',
  'tally-impossible',
  'feature-unfounded',
  'trace-impossible',
  'client-score-mismatch',
]

describe('nothing that is sent makes the server fail:', () => {
  it.each(['/v1/challenge', '/v1/attest', '/v1/noscript', '/siteverify', '/hcaptcha/siteverify'])('random bodies of %s', async (path) => {
    const types = fc.constantFrom(
      'application/json',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
      'a/b',
    )
    const check = async (body: unknown, type: string) => expectSane(await server.post(path, body, { 'content-type': type }))
    await fc.assert(fc.asyncProperty(anyBody, types, check), { numRuns: 400 })
  })

  it('mutated claims, signed and unsigned, up to the last check', async () => {
    const ends = new Set<unknown>()
    const check = async (mutation: Mutation, signed: boolean) => {
      // A challenge is redeemed once, and before the summary is looked at: each run needs its own.
      const page = await visit(server, ORIGIN, {}, signed ? device : { ...device, thumbprint: '' })
      const claims = mutate(page.claims(), mutation)
      const { challenge } = page.challenge
      const response = await page.attest(
        signed ? { challenge, evidence: await signEvidence(device, claims) } : { challenge, unsigned: claims },
      )
      ends.add(response.ok ? 'verdict' : server.log.at(-1)?.reason)
      await expectSane(response)
    }
    await fc.assert(fc.asyncProperty(anyMutation, fc.boolean(), check), { numRuns: 1500 })
    expect([...ends]).toEqual(expect.arrayContaining(REACHED))
  }, 30_000)

  it('mutated headers of the evidence', async () => {
    const names = fc.constantFrom('alg', 'typ', 'jwk', 'kid', 'jku', 'crit', 'x5c', 'zip')
    const check = async (changes: object) => {
      const header = { ...evidenceHeader(device), ...changes }
      await expectSane(
        await page.attest({ challenge: page.challenge.challenge, evidence: `${toBase64url(header)}.${toBase64url(honest)}.AA` }),
      )
    }
    await fc.assert(fc.asyncProperty(fc.dictionary(names, fc.jsonValue({ maxDepth: 3 })), check), { numRuns: 300 })
  })

  it('an honest request with any of its bytes changed', async () => {
    const text = JSON.stringify(await page.body())
    const check = async (at: number, byte: number) => {
      const bytes = new TextEncoder().encode(text)
      bytes[at % bytes.length] = byte
      await expectSane(await page.attest(bytes))
    }
    await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(255), check), { numRuns: 400 })
  })

  it('random queries, paths and headers', async () => {
    const headers = fc.dictionary(
      fc.constantFrom('origin', 'authorization', 'accept-language', 'user-agent', 'sec-ch-ua', 'x-forwarded-for'),
      fc.string({ maxLength: 60 }),
    )
    const paths = fc.constantFrom(
      '/v1/noscript?key=',
      '/v1/noscript?return=',
      '/v1/verdicts/',
      '/assets/',
      '/docs/',
      '/siteverify/',
      '/openapi.json',
      '/',
      '/v1/',
    )
    const check = async (path: string, rest: string, extra: Record<string, string>) => {
      const printable = Object.entries(extra).map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '')] as const)
      await expectSane(
        await server.app.request(`${path}${encodeURIComponent(rest.replace(/[\ud800-\udfff]/g, ''))}`, {
          headers: Object.fromEntries(printable),
        }),
      )
    }
    await fc.assert(fc.asyncProperty(paths, fc.string({ unit: 'binary' }), headers, check), { numRuns: 400 })
  })
})
