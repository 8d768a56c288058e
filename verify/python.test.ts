import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { requireTool } from '../e2e/support/machine/tools.js'
import { claims, ISSUER, makeIssuer, SITE_KEY } from './testing/make-issuer.js'

/** What a Python backend does, with nothing but a stock library. */
const PROGRAM = `
import json, sys, jwt
given = json.load(sys.stdin)
keys = {key["kid"]: jwt.PyJWK(key) for key in given["jwks"]["keys"]}
header = jwt.get_unverified_header(given["token"])
assert header["typ"] == "vouchsafe-verdict+jwt"
try:
    claims = jwt.decode(given["token"], keys[header["kid"]].key, algorithms=[given["alg"]], audience=given["audience"], issuer=given["issuer"])
    print(json.dumps(claims))
except jwt.InvalidTokenError as error:
    print(json.dumps({"refused": type(error).__name__}))
`

function decode(given: object): unknown {
  const run = spawnSync(requireTool('python3'), ['-c', PROGRAM], { input: JSON.stringify(given), encoding: 'utf8', timeout: 20_000 })
  expect(run.stderr).toBe('')
  return JSON.parse(run.stdout)
}

describe('PyJWT', () => {
  const now = Math.floor(Date.now() / 1000)
  const fresh = { ...claims, iat: now, exp: now + 120 }

  it.each(['ES256', 'EdDSA'] as const)('reads the same verdict from the same JWKS: %s', async (alg) => {
    const issuer = await makeIssuer(alg)
    const given = { jwks: issuer.jwks, alg, audience: SITE_KEY, issuer: ISSUER, token: await issuer.sign(fresh) }
    expect(decode(given)).toEqual(fresh)
    expect(decode({ ...given, audience: 'pk_another' })).toEqual({ refused: 'InvalidAudienceError' })
    expect(decode({ ...given, token: await issuer.sign({ ...fresh, exp: now - 1 }) })).toEqual({ refused: 'ExpiredSignatureError' })
    const other = await makeIssuer(alg)
    expect(decode({ ...given, jwks: other.jwks })).toEqual({ refused: 'InvalidSignatureError' })
  })
})
