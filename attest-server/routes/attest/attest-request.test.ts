import { decodeProtectedHeader } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { toBase64url } from '../../testing/honest-client.js'
import { ORIGIN } from '../../testing/test-server.js'
import { newVisit, type Visit } from '../../testing/visit.js'

let page: Visit
beforeEach(async () => {
  page = await newVisit()
})

const malformed = (reason: string) => ({ status: 400, code: 'malformed-request', reason })
const refused = (reason: string) => ({ status: 403, code: 'evidence-refused', reason })

describe('POST /v1/attest refuses, before it looks at the evidence,', () => {
  it('another media type', async () => {
    const body = await page.body()
    for (const header of [
      { 'content-type': 'application/cbor' },
      { 'content-type': 'text/plain;charset=utf-16' },
      { 'content-encoding': 'gzip' },
    ]) {
      expect(await page.outcome(body, header)).toEqual({ status: 415, code: 'unsupported-media-type', reason: 'media-type' })
    }
    // Of a text, the platform says itself what it is; of bytes it does not.
    expect(await page.outcome(new TextEncoder().encode('{}'), { 'content-type': undefined })).toMatchObject({ status: 415 })
  })

  it('a body that is too large, with and without a Content-Length', async () => {
    const large = `{"challenge":"${'x'.repeat(9000)}"}`
    const tooLarge = { status: 413, code: 'request-too-large', reason: 'body-too-large' }
    expect(await page.outcome(large, { 'content-length': '9100' })).toEqual(tooLarge)
    expect(await page.outcome(large)).toEqual(tooLarge)
    expect(await page.outcome(large, { 'content-length': '2' }), 'a length that lies').toEqual(tooLarge)
    expect(await page.outcome('{}', { 'content-length': 'many' })).toEqual(tooLarge)
    const rest = '{"challenge":"","evidence":""}'
    const largest = rest + ' '.repeat(MAX_ATTEST_BYTES - rest.length)
    expect(await page.outcome(largest), 'the largest that is welcome').toEqual(malformed('field-malformed'))
    expect(await page.outcome(`${largest} `)).toEqual(tooLarge)
  })

  it('a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const headers = { origin: ORIGIN, 'content-type': 'application/json' }
    const request = new Request('http://localhost/v1/attest', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    const response = await page.server.app.request(request)
    expect([response.status, page.server.log.at(-1)?.reason]).toEqual([400, 'body-cut-off'])
  })

  it('bytes that are not UTF-8', async () => {
    expect(await page.outcome(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toEqual(malformed('body-not-utf8'))
  })

  it('what is not JSON', async () => {
    for (const text of ['{"challenge":', '', 'undefined']) expect(await page.outcome(text)).toEqual(malformed('body-not-json'))
  })

  it('JSON that nests too deep', async () => {
    expect(await page.outcome('['.repeat(4000))).toEqual(malformed('json-too-deep'))
  })

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', async (key) => {
    expect(await page.outcome(`{"challenge":"x","unsigned":{"a":[{"${key}":1}]}}`)).toEqual(malformed('json-forbidden-key'))
  })

  it('what is no object', async () => {
    for (const body of [[1], 'null', '"text"', '7']) expect(await page.outcome(body)).toEqual(malformed('not-an-object'))
  })

  it('a field that it does not know', async () => {
    expect(await page.outcome({ ...(await page.body()), extra: 1 })).toEqual(malformed('field-unknown'))
    expect(await page.outcome(await page.body({ ['extra' as 'v']: 1 }))).toEqual(malformed('field-unknown'))
  })

  it('a field that is missing or not what it must be', async () => {
    const bad = [
      { seq: -1 },
      { action: 'Sign Up' },
      { tally: [-1] },
      { llr: 'x' },
      { eat_nonce: '' },
      { build: 'x'.repeat(65) },
      { origin: undefined },
    ]
    for (const changes of bad)
      expect(await page.outcome(await page.body(changes)), JSON.stringify(changes)).toEqual(malformed('field-malformed'))
  })

  it('a challenge that it did not seal', async () => {
    const { evidence } = await page.body()
    const token = page.challenge.challenge
    const [head, payload, mac] = token.split('.')
    const changed = `${head}.${toBase64url({ jti: page.challenge.nonce, exp: 9e9 })}.${mac}`
    const unsecured = `${toBase64url({ ...decodeProtectedHeader(token), alg: 'none' })}.${payload}.`
    for (const forged of [changed, unsecured, 'x', 'a.b.c', token.slice(0, -2)]) {
      expect(await page.outcome({ challenge: forged, evidence })).toEqual(refused('challenge-forged'))
    }
  })

  it('a verdict or a form ticket in place of a challenge', async () => {
    const { server } = page
    const { token } = (await (await page.attest(await page.body())).json()) as AttestResponse
    const form = await server.app.request(`/v1/noscript?key=${server.project.siteKey}&return=${encodeURIComponent(`${ORIGIN}/`)}`)
    const ticket = /name="ticket" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
    const { evidence } = await page.body()
    for (const other of [token, ticket]) expect(await page.outcome({ challenge: other, evidence })).toEqual(refused('challenge-forged'))
  })

  it('a challenge that has expired', async () => {
    const body = await page.body()
    page.server.pass(299)
    expect(await page.outcome(body)).toEqual({ status: 410, code: 'challenge-expired', reason: 'challenge-expired' })
  })

  it('a challenge from the future, after the clock was set back', async () => {
    const body = await page.body()
    page.server.pass(-100)
    expect(await page.outcome(body)).toEqual(refused('challenge-from-future'))
  })

  it('a project that is gone', async () => {
    await page.server.stores.projects.change(page.server.project.id, { siteKey: 'pk_another' })
    expect(await page.outcome(await page.body())).toEqual({ status: 401, code: 'unauthorized', reason: 'project-unknown' })
  })

  it('a request that does not say where it comes from', async () => {
    const outcome = { status: 403, code: 'origin-not-allowed', reason: 'origin-missing' }
    expect(await page.outcome(await page.body(), { origin: undefined })).toEqual(outcome)
  })

  it('an origin that the project does not allow, which cannot even read why', async () => {
    const body = await page.body()
    const others = ['https://evil.example', 'null', 'https://shop.example.evil.example', 'https://shop.example:444', 'http://shop.example']
    for (const origin of others) {
      const response = await page.attest(body, { origin })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(page.server.log.at(-1)?.reason).toBe('origin-not-allowed')
    }
  })
})
