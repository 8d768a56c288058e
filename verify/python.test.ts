import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requireTool } from '../e2e/support/machine/tools.js'
import { formPayload } from '../shared/wire/payload.js'
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

function perform(program: string, given: object): unknown {
  const run = spawnSync(requireTool('python3'), ['-c', program], { input: JSON.stringify(given), encoding: 'utf8', timeout: 20_000 })
  expect(run.stderr).toBe('')
  return JSON.parse(run.stdout)
}

const decode = (given: object) => perform(PROGRAM, given)

const page = readFileSync(new URL('../docs/verdict.md', import.meta.url), 'utf8')

it('the example of the page about the verdict writes a form as we do', () => {
  const example = Array.from(page.matchAll(/```python[^\n]*\n(.*?)```/gs), ([, code]) => code!).find((code) =>
    code.includes('def payload_of'),
  )!
  const fields: [string, string][] = [
    ['name', 'Ada Lovelace'],
    ['topic', 'b'],
    ['topic', 'a'],
    ['vouchsafe-token', 'x'],
    ['text', 'one\ntwo'],
  ]
  const program = (more: string) => `${example}\nimport json, sys\ngiven = json.load(sys.stdin)\n${more}`
  const salt = 'abcdefghijklmnopqrstuv'
  const [digest] = /1N4xk[\w-]{38}/.exec(page) ?? []
  expect(perform(program('print(json.dumps(payload_of(given["salt"], given["fields"])))'), { salt, fields })).toBe(digest)
  const odd: [string, string][] = [
    ["a ~*'()", '日本 😀+&=%'],
    ['', ''],
    ['B', '\r'],
    ['ä', 'z'],
    ['a', '1'],
  ]
  const expected = createHash('sha256')
    .update(salt + formPayload(odd, []))
    .digest('base64url')
  expect(perform(program('print(json.dumps(payload_of(given["salt"], given["fields"])))'), { salt, fields: odd })).toBe(expected)
})

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
