// Requires what can be required, and verifies a verdict that it signs itself.
const assert = require('node:assert/strict')
const { generateKeyPairSync, sign } = require('node:crypto')
const { createVerifier, verifyErrorCodes } = require('vouchsafe/verify')

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] }
const now = Math.floor(Date.now() / 1000)
const claims = {
  ...{ iss: 'https://a.example', aud: 'pk_a', sub: 's', jti: 'j', reference: '00000-00000', iat: now, exp: now + 60, eat_nonce: 'n' },
  ...{ action: 'allow', score: 0.1, band: 'human', origin: 'https://b.example', page_action: 'view', assurance: 'signed', card: '1' },
}
const encode = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const text = `${encode({ alg: 'ES256', kid: 'k', typ: 'vouchsafe-verdict+jwt' })}.${encode(claims)}`
const token = `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`

async function main() {
  const verifier = createVerifier({ issuer: claims.iss, audience: claims.aud, origin: claims.origin, jwks })
  const good = await verifier.verify(token)
  assert.deepEqual(good.ok && good.verdict, claims)
  const forged = await verifier.verify(`${token.slice(0, -4)}AAAA`)
  assert.equal(forged.ok, false)
  assert.equal(forged.error.code, 'signature')
  assert.ok(verifyErrorCodes.includes('signature'))
  for (const name of ['express', 'fastify', 'hono', 'fetch', 'next', 'nest'])
    assert.equal(typeof require(`vouchsafe/verify/${name}`).vouchsafe, 'function')
  assert.ok(Object.keys(require('vouchsafe/wire')).length > 0)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
