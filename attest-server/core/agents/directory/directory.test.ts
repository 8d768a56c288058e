import { beforeAll, describe, expect, it } from 'vitest'
import { err, ok } from '../../../../shared/result.js'
import { createSend } from '../../outbound/create-send.js'
import type { OutboundResponse } from '../../outbound/ports.js'
import { parseAgentKey } from '../agent-key.js'
import { knownAgents } from '../known-agents.js'
import { type AgentSigner, createAgentSigner, generateAgentKey } from '../sign/agent-signer.js'
import { createDirectory } from '../sign/create-directory.js'
import { createFakeWeb, page } from '../testing/directories.js'
import { ed25519PrivateKey, p256Key, rsaKey, signedDirectory } from '../testing/vectors.js'
import { checkProofs } from './directory-proof.js'
import { fetchDirectory, type RemoteLocation } from './fetch-directory.js'
import { freshFor, parseHttpDate } from './freshness.js'
import { locateKeys } from './key-location.js'
import { MAX_DIRECTORY_BYTES, parseDirectory } from './parse-directory.js'

const limits = { loopback: false, ports: [443], inline: false }
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const now = 1_800_000_000

describe('the place of keys', () => {
  const wellKnown = '/.well-known/http-message-signatures-directory'

  it.each([
    ['https://bot.example', 'https://bot.example', `https://bot.example${wellKnown}`],
    ['https://BOT.example:443/', 'https://bot.example', `https://bot.example${wellKnown}`],
    [`https://bot.example${wellKnown}`, 'https://bot.example', `https://bot.example${wellKnown}`],
    [`https://bot.example${wellKnown}?v=1`, 'https://bot.example', `https://bot.example${wellKnown}?v=1`],
    ['https://bot.example/a/../jwks.json?v=1', 'https://bot.example/jwks.json', 'https://bot.example/jwks.json?v=1'],
    ['https://bot.example/%7ea%2f', 'https://bot.example/~a%2F', 'https://bot.example/%7ea%2f'],
  ])('%s is of %s, at %s', (value, agent, url) => {
    expect(locateKeys(value, limits)).toMatchObject({ ok: true, value: { agent, url, wellKnown: agent === 'https://bot.example' } })
  })

  it.each(['data:application/json,{}', 'data:application/http-message-signatures-directory+json,%', 'data:,'])(
    'is not %s, though keys may stand in the request',
    (value) => {
      expect(locateKeys(value, { ...limits, inline: true })).toEqual(err('url-malformed'))
    },
  )
})

describe('a directory', () => {
  it('is known by the thumbprints of its keys, whatever it calls them', async () => {
    const keys = await parseDirectory(bytes({ keys: [{ ...p256Key, kid: 'mine' }, rsaKey] }))
    expect(keys.ok && [...keys.value.keys()]).toEqual([
      'ydQXMtvbsOsZyFir-Y7A8t7fKEM1gbKPvyFkdpu4fvI',
      'oD0HwocPBSfpNy5W3bpJeyFGY_IQ_YpqxSjQ3Yd-CLA',
    ])
  })

  it.each([
    ['key-private', ed25519PrivateKey],
    ['key-private', { kty: 'oct', k: 'AAAA' }],
    ['key-algorithm', { kty: 'EC', crv: 'P-384', x: 'a', y: 'b' }],
    ['key-algorithm', { ...p256Key, alg: 'RS256' }],
    ['key-algorithm', { ...p256Key, alg: ['ES256'.repeat(2)] }],
    ['key-use', { ...p256Key, use: 'enc' }],
    ['key-weak', { ...rsaKey, n: rsaKey.n!.slice(0, 171) }],
    ['key-weak', { ...rsaKey, n: 'A'.repeat(1366) }],
    ['key-weak', { ...rsaKey, e: 'A'.repeat(300) }],
    ['key-malformed', { ...p256Key, x: 'short' }],
    ['key-malformed', { ...p256Key, y: 7 }],
    ['key-malformed', []],
    ['key-malformed', null],
  ])('holds no key that is %s', async (fault, key) => {
    expect(await parseAgentKey(key)).toEqual(err(fault))
  })

  it('is one without keys, where it has none or none of ours', async () => {
    for (const keys of [[], [ed25519PrivateKey]]) expect(await parseDirectory(bytes({ keys }))).toEqual(ok(new Map()))
  })

  it.each([
    ['directory-malformed', 'nothing'],
    ['directory-malformed', '[]'],
    ['directory-malformed', { keys: {} }],
    ['directory-malformed', `{"keys":${'['.repeat(100)}`],
    ['directory-malformed', '{"__proto__":{},"keys":[]}'],
    ['directory-too-many-keys', { keys: Array.from({ length: 51 }, () => p256Key) }],
    ['directory-too-large', 'x'.repeat(MAX_DIRECTORY_BYTES + 1)],
  ])('is none: %s', async (fault, body) => {
    expect(await parseDirectory(bytes(body))).toEqual(err(fault))
  })
})

describe("a directory's own signature", () => {
  const vector: OutboundResponse = { status: 200, headers: signedDirectory.headers, body: bytes(signedDirectory.body) }
  const proofOf = async (response: OutboundResponse, url = signedDirectory.url, at = now) => {
    const keys = await parseDirectory(bytes(signedDirectory.body))
    const proofs = keys.ok && (await checkProofs(response, url, keys.value, at))
    return proofs && (proofs.get('poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U') ?? 'unproved')
  }

  it("proves the key of the draft's vector", async () => {
    expect(await proofOf(vector)).toBe('proved')
  })

  it('is refuted under another host and with another body', async () => {
    expect(await proofOf(vector, signedDirectory.url.replace('signature-agent', 'other-agent'))).toBe('refuted')
    expect(await proofOf({ ...vector, body: bytes(`${signedDirectory.body} `) })).toBe('refuted')
  })

  it('says nothing where it is missing, for another purpose, out of date, or from the future', async () => {
    expect(await proofOf(vector, signedDirectory.url, 1_735_689_000)).toBe('unproved')
    expect(await proofOf({ ...vector, headers: new Map() })).toBe('unproved')
    const other = signedDirectory.headers.get('signature-input')!.replace('http-message-signatures-directory', 'other')
    expect(await proofOf({ ...vector, headers: new Map([...signedDirectory.headers, ['signature-input', other]]) })).toBe('unproved')
    expect(await proofOf(vector, signedDirectory.url, 4_889_289_601)).toBe('unproved')
  })
})

describe('freshness', () => {
  it.each([
    [{}, 3600],
    [{ 'cache-control': 'public, max-age=7200' }, 7200],
    [{ 'cache-control': 'max-age=7200', age: '1000' }, 6200],
    [{ 'cache-control': 's-maxage=9000' }, 3600],
    [{ 'cache-control': 'max-age=1' }, 300],
    [{ 'cache-control': 'no-store, max-age=7200' }, 300],
    [{ 'cache-control': 'max-age=9999999999' }, 86_400],
    [{ expires: 'Fri, 15 Jan 2027 10:00:00 GMT', date: 'Fri, 15 Jan 2027 08:00:00 GMT' }, 7200],
    [{ expires: 'Fri, 15 Jan 2027 10:00:00 GMT' }, 7200],
    [{ expires: '0' }, 300],
  ])('of %j is %i seconds', (headers, seconds) => {
    expect(freshFor(new Map(Object.entries(headers)), now)).toBe(seconds)
  })

  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Thu, 29 Feb 2024 23:59:59 GMT',
    'Fri, 01 Mar 2030 00:00:00 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ])('reads %s as the platform does', (text) => {
    expect(parseHttpDate(text)).toBe(Date.parse(text) / 1000)
  })
})

describe('fetching a directory', () => {
  let signer: AgentSigner
  beforeAll(async () => {
    signer = await createAgentSigner(await generateAgentKey())
  })
  const location = (text: string): RemoteLocation => {
    const found = locateKeys(text, limits)
    if (!found.ok || found.value.kind !== 'remote') throw new Error(text)
    return found.value
  }
  const served = async (
    changes: Partial<OutboundResponse> = {},
    resolved: readonly string[] = ['203.0.114.1'],
    at = 'https://bot.example',
  ) => {
    const web = createFakeWeb()
    const good = page(await createDirectory([signer], { authority: 'bot.example', now, maxAge: 600 }))
    web.pages.set(location(at).url, { ...good, ...changes })
    const ports = { ...web, resolve: async () => resolved }
    return { fetched: await fetchDirectory(location(at), createSend(ports, limits), now), asked: web.asked }
  }

  it('finds keys, proofs and freshness', async () => {
    const { fetched } = await served()
    expect(fetched.ok && [fetched.value.keys.has(signer.keyid), fetched.value.proofs.get(signer.keyid), fetched.value.freshUntil]).toEqual([
      true,
      'proved',
      now + 600,
    ])
  })

  it('dials nothing where the name leads inside', async () => {
    const { fetched, asked } = await served({}, ['203.0.114.1', '10.0.0.1'])
    expect([fetched, asked]).toEqual([err({ reason: 'address-forbidden', kind: 'private' }), []])
  })

  it.each([
    [{ reason: 'directory-status', status: 301 }, { status: 301 }],
    [{ reason: 'directory-media-type' }, { headers: new Map([['content-type', 'application/json']]) }],
    [{ reason: 'directory-media-type' }, { headers: new Map() }],
    [{ reason: 'directory-malformed' }, { body: bytes('<html>') }],
  ])('fails with %j', async (fault, changes) => {
    expect((await served(changes)).fetched).toEqual(err(fault))
  })

  it('takes a JWK Set elsewhere, as the newest draft has it', async () => {
    const { fetched } = await served(
      { headers: new Map([['content-type', 'application/jwk-set+json']]) },
      ['203.0.114.1'],
      'https://bot.example/keys',
    )
    expect(fetched.ok).toBe(true)
  })
})

describe('the list of known agents', () => {
  it('has each host once, as a URL would have it, and a source for each', () => {
    const hosts = knownAgents.map(({ host }) => host)
    expect(new Set(hosts).size).toBe(hosts.length)
    for (const { host, source } of knownAgents) {
      expect(new URL(`https://${host}`).host).toBe(host)
      expect(source).toMatch(/^https:\/\//)
    }
  })
})
