import type { JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { parseAgentKey } from '../agent-key.js'
import { algorithmNames } from '../algorithms.js'
import { parseDirectory } from '../directory/parse-directory.js'
import { ed25519Key, ed25519PrivateKey, signedDirectory } from '../testing/vectors.js'
import { createAgentSigner, createDirectory, generateAgentKey, signRequest } from './index.js'
import { component, signMessage } from './sign-message.js'

const now = 1_735_689_600.9
const request = { method: 'GET', url: 'https://shop.example/a?b', agent: 'https://bot.example', now }

describe('a signer', () => {
  it("signs the draft's directory to the byte", async () => {
    const signer = await createAgentSigner(ed25519PrivateKey)
    const { url, headers } = signedDirectory
    const message = { status: 200, headers, request: { method: 'GET', url, headers: new Map() } }
    const components = [component('@authority', { req: true }), component('content-digest')]
    const terms = { label: 'binding', components, created: 1_735_689_600, expires: 4_889_289_600, nonce: undefined }
    expect(await signMessage(message, signer, { ...terms, tag: 'http-message-signatures-directory' })).toEqual({
      'signature-input': headers.get('signature-input'),
      signature: headers.get('signature'),
    })
  })

  it.each(algorithmNames)('of a new key for %s shows what a directory takes, and nothing secret', async (algorithm) => {
    const signer = await createAgentSigner(await generateAgentKey(algorithm))
    expect(await parseAgentKey(signer.publicJwk)).toMatchObject({ ok: true, value: { keyid: signer.keyid, algorithm } })
  })

  it('is not made of a key that cannot sign, or that signs in another way', async () => {
    await expect(createAgentSigner(ed25519Key)).rejects.toThrow(TypeError)
    await expect(createAgentSigner({ kty: 'oct', k: 'AAAA' } as JWK)).rejects.toThrow(TypeError)
  })
})

describe('a request that is signed', () => {
  it('gets three headers, with a nonce of its own, for a minute', async () => {
    const signer = await createAgentSigner(ed25519PrivateKey)
    const [one, two] = [await signRequest(signer, request), await signRequest(signer, request)]
    expect(one['signature-agent']).toBe('sig1="https://bot.example"')
    const start = 'sig1=("@method" "@authority" "@path" "@query" "signature-agent";key="sig1")'
    const parameters = `;created=1735689600;expires=1735689660;keyid="${signer.keyid}";nonce="`
    expect(one['signature-input']?.startsWith(start + parameters)).toBe(true)
    expect(one['signature-input']).not.toBe(two['signature-input'])
  })

  it.each([
    { life: 0 },
    { life: 86_401 },
    { life: Number.NaN },
    { agent: 'bot.example' },
    { agent: 'https://bot.example/ä' },
    { url: '/a' },
    { headers: { 'x-name': 'ä' } },
    { headers: { 'x-lines': 'a\nb' } },
    { headers: { 'not a name': 'a' } },
  ])('is refused where it is the mistake of whoever calls: %j', async (change) => {
    await expect(signRequest(await createAgentSigner(ed25519PrivateKey), { ...request, ...change })).rejects.toThrow(TypeError)
  })
})

describe('a directory', () => {
  it('shows old and new keys, and is signed with each', async () => {
    const signers = await Promise.all([
      createAgentSigner(ed25519PrivateKey),
      createAgentSigner(await generateAgentKey('ecdsa-p256-sha256')),
    ])
    const { headers, body } = await createDirectory(signers, { authority: 'bot.example', now, life: 100, maxAge: 60 })
    const keys = await parseDirectory(new TextEncoder().encode(body))
    expect(keys.ok && [...keys.value.keys()]).toEqual(signers.map(({ keyid }) => keyid))
    expect(headers['cache-control']).toBe('max-age=60')
    expect(headers['signature-input']?.match(/created=1735689600;expires=1735689700/g)).toHaveLength(2)
  })
})
