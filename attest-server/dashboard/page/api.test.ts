import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, ask, ofProject, readFault, signedOut } from './api.js'

const answer = (status: number, body?: unknown) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })))
afterEach(() => vi.unstubAllGlobals())

const faultOf = (asked: Promise<unknown>): Promise<ApiError> =>
  asked.then(
    () => expect.fail('it was answered'),
    (error) => error,
  )

describe('asking the server', () => {
  it('gives what it answered, and nothing for an answer without a body', async () => {
    answer(200, { id: 'acc_1' })
    expect(await ask('GET', '/me')).toEqual({ id: 'acc_1' })
    answer(204)
    expect(await ask('DELETE', '/x')).toBeUndefined()
  })

  it('sends JSON with every change, also where there is nothing to say: no plain form of another site can', async () => {
    const sent = vi.fn((_: string, __: RequestInit) => Promise.resolve(new Response('{}')))
    vi.stubGlobal('fetch', sent)
    await ask('POST', '/logout')
    const [path, options] = sent.mock.calls[0]!
    expect(path).toBe('/dashboard/api/logout')
    expect(options).toMatchObject({ body: '{}', credentials: 'same-origin', headers: { 'content-type': 'application/json' } })
  })

  it('says so where nobody answers, and where somebody else does', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await faultOf(ask('GET', '/me'))).toMatchObject({ code: 'unreachable', status: 0 })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })))
    expect(await faultOf(ask('GET', '/me'))).toMatchObject({ code: 'unexpected', status: 502 })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Welcome</html>')))
    expect(await faultOf(ask('GET', '/me'))).toBeInstanceOf(ApiError)
  })

  it('tells the shell when a session is over, and not when a log-in fails', async () => {
    let ends = 0
    signedOut.addEventListener('out', () => ends++)
    answer(401, { code: 'unauthorized', detail: 'No.' })
    for (const path of ['/me', '/login/token']) await faultOf(ask('POST', path))
    expect(ends).toBe(0)
    await faultOf(ask('GET', '/security'))
    expect(ends).toBe(1)
  })
})

describe('a fault', () => {
  it('has the detail, the fields and the wait of a problem', () => {
    const fields = [{ path: 'expression', message: 'Unknown field "scorre".' }]
    const fault = readFault(422, { title: 'Unprocessable', detail: 'It is wrong.', code: 'malformed-request', fields, retryAfter: 3 })
    expect(fault).toMatchObject({ message: 'It is wrong.', code: 'malformed-request', fields, retryAfter: 3, status: 422 })
  })

  it('carries the alarm of a rule that would block many', () => {
    const alarm = { code: 'CONFIRMATION_NEEDED', message: 'Many.', blocked: 40 }
    expect(readFault(409, alarm).alarm).toEqual(alarm)
    expect(readFault(409, { code: 'CONFLICT', message: 'Changed.' }).alarm).toBeUndefined()
  })
})

it('writes what stands in a path as it is', () => {
  expect(ofProject('prj_a', 'sessions', 'a/b?c')).toBe('/projects/prj_a/sessions/a%2Fb%3Fc')
})
