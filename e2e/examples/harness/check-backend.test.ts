import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { checkBackend, type Send } from './check-backend.js'
import type { Stage } from './stage.js'

// Back ends that leave something out: each must be found out.

const { privateKey } = await generateKeyPair('ES256')
const now = Math.floor(Date.now() / 1000)
let count = 0
const claims = async () => ({ jti: `v${++count}`, iss: 'attest', action: 'allow', iat: now, exp: now + 600 })
const sign: Stage['attest']['sign'] = (own, wrong = {}) =>
  new SignJWT({ ...own, ...wrong.claims }).setProtectedHeader({ alg: 'ES256', kid: 'k', ...wrong.header }).sign(privateKey)
const stage = { attest: { sign, server: { url: 'http://127.0.0.1:9' } }, claims, verdict: async () => sign(await claims()) }
const relay = { url: '', asked: () => 1, close: () => {} }
const check = (send: Send) => checkBackend(stage as unknown as Stage, relay, send)

const pass = () => new Response('{}')
const refuse = (reason: string) => new Response('{}', { status: 403, headers: { 'Vouchsafe-Reason': reason } })

it('one that lets everything pass', async () => {
  await expect(check(async () => pass())).rejects.toThrow('a verdict used twice: 200')
})

it('one that lets nothing pass', async () => {
  await expect(check(async () => refuse('missing'))).rejects.toThrow('a real verdict: 403 missing')
})

it('one that looks at nothing but whether a verdict was used', async () => {
  const used = new Set<unknown>()
  const once: Send = async (token) => {
    if (token === undefined) return refuse('missing')
    const { jti } = token === 'e30.e30.AA' ? {} : decodeJwt(token)
    if (jti === undefined) return refuse('malformed')
    if (used.has(jti)) return refuse('used')
    used.add(jti)
    return pass()
  }
  await expect(check(once)).rejects.toThrow('a verdict expired: 200')
})

it('one that has the right status and the wrong reason', async () => {
  let isFirst = true
  const vague: Send = async () => {
    if (!isFirst) return refuse('no')
    isFirst = false
    return pass()
  }
  await expect(check(vague)).rejects.toThrow('403 no instead of 403 used')
})
