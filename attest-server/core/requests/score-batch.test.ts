import { describe, expect, it } from 'vitest'
import { libraries } from '../../testing/library-headers.js'
import { people } from '../../testing/people-headers.js'
import { requestScoring, SCORED_AT } from '../../testing/request-scoring.js'
import { scoreBatch } from './score-batch.js'
import { scoreRequest } from './score-request.js'

const scoring = requestScoring()
const score = (body: unknown) => scoreBatch(body, { trustedProxies: 0 }, (http) => scoreRequest(http, scoring, SCORED_AT).decision)

const described = (headers: Readonly<Record<string, string>>) => {
  const { 'user-agent': useragent = '', ...others } = headers
  return { useragent, extra_headers: others }
}

describe('scoreBatch', () => {
  it('answers each as it would be answered alone, in order, with an error in the place of what is wrong', () => {
    const [person] = Object.values(people)
    const program = libraries['python-requests']
    if (!person || !program) throw new Error('nobody to judge')
    expect(score([described(person), { ip: 'x' }, described(program), 5, described(person)])).toMatchObject({
      ok: true,
      value: ['allow', { error: [{ field: 'ip' }] }, 'block', { error: [{ field: 'body' }] }, 'allow'],
    })
  })

  it('lets each kind of browser through in one batch, and blocks each library that has a name', () => {
    const answer = score([...Object.values(people), ...Object.values(libraries)].map(described))
    const named = Object.values(libraries).map((headers) => (headers['user-agent'] === undefined ? 'review' : 'block'))
    expect(answer).toEqual({ ok: true, value: [...Object.keys(people).map(() => 'allow'), ...named] })
  })

  it('takes 500 and not 501, none, and nothing but arrays', () => {
    const one = { useragent: 'curl/8.7.1' }
    expect(score(Array.from({ length: 500 }, () => one))).toEqual({ ok: true, value: Array.from({ length: 500 }, () => 'block') })
    expect(score(Array.from({ length: 501 }, () => one))).toMatchObject({ ok: false, error: [{ field: 'body' }] })
    expect(score([])).toEqual({ ok: true, value: [] })
    for (const body of [undefined, {}, 'x']) expect(score(body)).toMatchObject({ ok: false })
  })
})
