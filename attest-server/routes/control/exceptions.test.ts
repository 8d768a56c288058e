import { beforeEach, describe, expect, it } from 'vitest'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { accountToken } from '../../testing/account-token.js'
import { createDevice, honestClaims, type TestDevice } from '../../testing/honest-client.js'
import { browserHeaders, createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

let server: TestServer
let token: string
let device: TestDevice
beforeEach(async () => {
  server = await createTestServer()
  token = await accountToken(server)
  device = await createDevice()
})

const own = async (method: string, path = '', body?: unknown) =>
  server.app.request(`/v1/projects/prj_test/exceptions${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const read = async (response: Promise<Response>) =>
  [(await response).status, await (await response).json()] as [number, Record<string, unknown>]

/** A program in a browser's name. */
const disguise = {
  ...Object.fromEntries(Object.keys(browserHeaders).map((name) => [name, undefined])),
  'user-agent': browserHeaders['user-agent'],
  host: '127.0.0.1:8787',
  'sec-fetch-mode': 'cors',
  'accept-language': '*',
}

async function verdictOf(who: TestDevice, request: object = {}): Promise<AttestResponse> {
  const page = await visit(server, ORIGIN, request, who)
  return (await (await page.attest(await page.body(), disguise)).json()) as AttestResponse
}
async function unsignedVerdict(request: object = {}): Promise<AttestResponse> {
  const page = await visit(server, ORIGIN, request)
  const unsigned = honestClaims(page.challenge, ORIGIN, '')
  const response = await page.attest({ challenge: page.challenge.challenge, unsigned }, disguise)
  return (await response.json()) as AttestResponse
}
const explain = async (reference: string) => {
  const headers = { authorization: `Bearer ${server.secretKey}` }
  return (await (await server.app.request(`/v1/verdicts/${reference}`, { headers })).json()) as Record<string, unknown>
}

describe('an exception by support code', () => {
  it('lets the visitor’s device through in every tab until it ends, and nobody else', async () => {
    const turned = await verdictOf(device)
    expect(turned.action).toBe('challenge')
    const heard = turned.reference.toLowerCase().replace('-', ' ')
    const [status, made] = await read(own('POST', '', { reference: heard, seconds: 3600 }))
    expect([status, made]).toEqual([201, { reference: turned.reference, bound_to: 'device', until: expect.stringMatching(/Z$/) }])
    const through = await verdictOf(device)
    expect(through).toMatchObject({ action: 'allow', band: turned.band })
    expect(through.session).not.toBe(turned.session)
    expect((await verdictOf(await createDevice())).action).toBe('challenge')
    server.pass(3600)
    expect((await verdictOf(device)).action).toBe('challenge')
  })

  it('changes what is done, not what was seen, and the explanation says by which code', async () => {
    const turned = await verdictOf(device)
    await own('POST', '', { reference: turned.reference })
    const verdict = await verdictOf(device)
    const explained = await explain(verdict.reference)
    expect(explained).toMatchObject({ action: 'allow', exception: turned.reference, counterfactuals: [] })
    expect(explained.posterior).toBeGreaterThan(0.5)
    const before = await explain(turned.reference)
    expect([before.subject, before.exception, explained.subject]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify(before)).not.toContain(device.thumbprint)
  })

  it('holds for the session where nothing was signed', async () => {
    const turned = await unsignedVerdict()
    const [status, made] = await read(own('POST', '', { reference: turned.reference }))
    expect([status, made]).toMatchObject([201, { bound_to: 'session' }])
    expect((await unsignedVerdict({ session: turned.session })).action).toBe('allow')
    expect((await unsignedVerdict()).action).toBe('challenge')
  })

  it('holds no longer than sessions last where nothing was signed: many may share the name', async () => {
    const { reference, session } = await unsignedVerdict()
    const [, { until }] = await read(own('POST', '', { reference, seconds: 90 * 86_400 }))
    expect(Date.parse(until as string) / 1000).toBe(Math.floor(server.now()) + 2 * 86_400)
    server.pass(2 * 86_400)
    expect((await unsignedVerdict({ session })).action).toBe('challenge')
  })

  it('is listed, is prolonged by a second one, and ends at once when it is removed', async () => {
    const { reference } = await verdictOf(device)
    await own('POST', '', { reference, seconds: 60 })
    await own('POST', '', { reference, seconds: 600 })
    expect(await (await own('GET')).json()).toEqual([expect.objectContaining({ reference, bound_to: 'device' })])
    server.pass(300)
    expect((await verdictOf(device)).action).toBe('allow')
    expect((await own('DELETE', `/${reference}`)).status).toBe(204)
    expect((await own('DELETE', `/${reference}`)).status).toBe(404)
    expect((await verdictOf(device)).action).toBe('challenge')
  })

  it('does not hold in another project', async () => {
    const { reference } = await verdictOf(device)
    const other = { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' }
    const theirs = await createTestServer({ stores: server.stores, project: other })
    await own('POST', '', { reference })
    const page = await visit(theirs, ORIGIN, {}, device)
    expect(((await (await page.attest(await page.body(), disguise)).json()) as AttestResponse).action).toBe('challenge')
  })

  it('is not made for a visitor who was let through, nor for a code that nobody got', async () => {
    const page = await visit(server, ORIGIN, {}, device)
    const allowed = (await (await page.attest(await page.body())).json()) as AttestResponse
    expect(allowed.action).toBe('allow')
    expect(await read(own('POST', '', { reference: allowed.reference }))).toMatchObject([409, { code: 'CONFLICT' }])
    expect(await read(own('POST', '', { reference: 'AAAAA-AAAAA' }))).toMatchObject([404, { code: 'NOT_FOUND' }])
  })

  it.each([{ reference: '' }, { reference: 5 }, {}, { reference: '7K3VM-Q2XR9', seconds: 1 }, { reference: '7K3VM-Q2XR9', seconds: 1e9 }])(
    'is not made of %j',
    async (body) => {
      expect(await read(own('POST', '', body))).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
    },
  )

  it('goes with the session that it was made for', async () => {
    const { reference, session } = await verdictOf(device)
    await own('POST', '', { reference })
    await server.stores.erase('prj_test', session)
    expect(await (await own('GET')).json()).toEqual([])
  })
})
