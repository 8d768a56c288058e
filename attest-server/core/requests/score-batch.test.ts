import { describe, expect, it } from 'vitest'
import { scoreBatch } from './score-batch.js'

const settings = { trustedProxies: 0 }
const score = (body: unknown) => scoreBatch(body, settings, (http) => http.headers.get('user-agent'))

describe('scoreBatch', () => {
  it('answers in order, with an error in the place of what is wrong', () => {
    const answer = score([{ useragent: 'a' }, { ip: 'x' }, 5, { useragent: 'b' }])
    expect(answer).toMatchObject({ ok: true, value: ['a', { error: [{ field: 'ip' }] }, { error: [{ field: 'body' }] }, 'b'] })
  })

  it('takes 500 and not 501, none, and nothing but arrays', () => {
    const one = { useragent: 'a' }
    expect(score(Array.from({ length: 500 }, () => one))).toMatchObject({ ok: true })
    expect(score(Array.from({ length: 501 }, () => one))).toMatchObject({ ok: false, error: [{ field: 'body' }] })
    expect(score([])).toEqual({ ok: true, value: [] })
    for (const body of [undefined, {}, 'x']) expect(score(body)).toMatchObject({ ok: false })
  })
})
