import { describe, expect, it } from 'vitest'
import { forActions, vouchsafe } from './next.js'
import { rememberOnce } from './remember-once.js'
import { claims, makeIssuer, NOW, optionsFor } from './testing/make-issuer.js'

const issuer = await makeIssuer()
const options = { ...optionsFor(issuer), action: 'sign-up' }
const token = await issuer.sign()

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('for a Server Action', () => {
  it('a form with a good verdict passes, one without is told why', async () => {
    const check = forActions(options)
    expect(await check(formOf({ 'vouchsafe-token': token }))).toMatchObject({ passed: true, verdict: { score: claims.score } })
    expect(await check(formOf({ email: 'ada@shop.example' }))).toMatchObject({ passed: false, reason: 'missing' })
    expect(await check(formOf({ 'vouchsafe-token': 'rubbish' }))).toMatchObject({ passed: false, reason: 'malformed' })
  })

  it('a verdict counts once, and the field may have another name', async () => {
    const check = forActions({ ...options, field: 'g-recaptcha-response', onceOnly: rememberOnce({ now: () => NOW }) })
    const form = formOf({ 'g-recaptcha-response': token })
    expect([(await check(form)).reason, (await check(form)).reason]).toEqual(['allow', 'used'])
  })

  it('a verdict that is bound to nothing is refused where it has to be bound', async () => {
    expect(await forActions({ ...options, payload: true })(formOf({ 'vouchsafe-token': token }))).toMatchObject({
      reason: 'payload-missing',
    })
  })

  it.each<unknown>([undefined, null, 'text', 7, [], {}, { get: () => token }, new Map([['vouchsafe-token', token]])])(
    'what is no form has no verdict: %s',
    async (given) => {
      for (const payload of [undefined, true] as const) {
        const check = forActions({ ...options, ...(payload && { payload }) })
        expect(await check(given as FormData)).toMatchObject({ passed: false, reason: 'missing' })
      }
    },
  )

  it('a proof of possession is the caller’s mistake: there is no request', () => {
    expect(() => forActions({ ...options, dpop: true })).toThrow(TypeError)
  })
})

it('a route handler is called with what Next gives beside the request', async () => {
  const guarded = vouchsafe(options)((_request, { verdict }, context: { id: string }) => Response.json([verdict?.score, context.id]))
  const request = new Request('https://shop.example/sign-up', { method: 'POST', headers: { 'Vouchsafe-Token': token } })
  expect(await (await guarded(request, { id: 'seven' })).json()).toEqual([claims.score, 'seven'])
})
