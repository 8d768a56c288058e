import { describe, expect, it } from 'vitest'
import { type NestGuardOptions, outcomeOf, vouchsafe } from './nest.js'
import { makeDevice } from './testing/make-device.js'
import { claims, makeIssuer, optionsFor } from './testing/make-issuer.js'

const issuer = await makeIssuer()
const options = { ...optionsFor(issuer), action: 'sign-up' }
const token = await issuer.sign()

/** One request through a guard, as Nest leads it. */
async function judge(settings: NestGuardOptions, fields: object, dpop?: string) {
  const headers: Record<string, string> = {}
  const header = (name: string, value: string) => Object.assign(headers, { [name]: value })
  const request = {
    headers: { host: 'shop.example', 'content-type': 'application/x-www-form-urlencoded', dpop },
    ...{ body: fields, method: 'POST', protocol: 'https', originalUrl: '/sign-up' },
  }
  const context = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({ header }) }) }
  const thrown = await vouchsafe(settings)
    .canActivate(context)
    .then(
      (passed) => passed,
      (error: Error & { statusCode?: number }) => error,
    )
  return { thrown, headers, outcome: outcomeOf(request) }
}

describe('the guard for Nest', () => {
  it('lets a good verdict pass, and the handler reads it', async () => {
    const { thrown, headers, outcome } = await judge(options, { 'vouchsafe-token': token })
    expect([thrown, headers['Vouchsafe-Reason'], outcome?.verdict?.score]).toEqual([true, 'allow', claims.score])
  })

  it('refuses all else, which Nest answers with 403, and says why', async () => {
    const { thrown, headers, outcome } = await judge(options, {})
    expect([thrown, headers['Vouchsafe-Reason'], outcome?.passed]).toEqual([false, 'missing', false])
  })

  it('throws what Nest answers with 401 where a proof needs a nonce', async () => {
    const device = await makeDevice()
    const bound = await issuer.sign({ ...claims, cnf: { jkt: device.thumbprint } })
    const { thrown, headers } = await judge(
      { ...options, dpop: { nonceSecret: 'n'.repeat(32) } },
      { 'vouchsafe-token': bound },
      await device.prove(bound, { htu: 'https://shop.example/sign-up' }),
    )
    expect(thrown).toMatchObject({ status: 401, statusCode: 401, expose: true })
    expect(headers['DPoP-Nonce']).toBeDefined()
  })

  it('throws your own exception where you say so', async () => {
    const own = new Error('Sorry')
    expect((await judge({ ...options, onRefused: () => own }, {})).thrown).toBe(own)
  })

  it('only says what it would have done where it observes', async () => {
    const { thrown, headers } = await judge({ ...options, mode: 'observe' }, {})
    expect([thrown, headers['Vouchsafe-Reason']]).toEqual([true, 'missing'])
  })
})
