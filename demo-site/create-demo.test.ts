import { beforeEach, describe, expect, it } from 'vitest'
import { claims, NOW } from '../verify/testing/make-issuer.js'
import { DEMO_READER } from './readers.js'
import { DEMO_ORIGIN, makeDemo, outcomeOf, type TestDemo } from './testing/make-demo.js'

let demo: TestDemo
beforeEach(async () => {
  demo = await makeDemo()
})

const typed = { email: 'marta@post.example', password: 'nine kilograms' }
const order = { name: 'Marta', email: typed.email, address: 'Depot 1', postcode: '1000', city: 'Upper Valley' }
const signUp = (token?: string, path = '/sign-up'): Promise<Response> =>
  demo.post(path, { ...typed, ...(token === undefined ? {} : { 'vouchsafe-token': token }) })

describe('a form with a verdict', () => {
  it.each(['/sign-up', '/enforced'])('is accepted at %s and leads to a page that says so', async (path) => {
    const response = await signUp(await demo.token(), path)
    expect(outcomeOf(response)).toEqual([303, 'allow', 'allow'])
    const ending = await demo.app.request(new URL(response.headers.get('location')!, DEMO_ORIGIN))
    const page = await ending.text()
    expect(page).toContain('Welcome')
    expect(page).toContain(claims.reference)
  })

  it('makes a reader, who can log in afterwards', async () => {
    await signUp(await demo.token())
    const logIn = async (password: string): Promise<Response> =>
      demo.post('/login', { ...typed, password, 'vouchsafe-token': await demo.token({ page_action: 'log-in' }) })
    expect((await logIn(typed.password)).headers.get('location')).toMatch(/^\/desk\?receipt=/)
    expect(outcomeOf(await logIn('ten kilograms'))).toEqual([401, 'allow', 'allow'])
  })

  it('changes nothing for an address that has a reader, and says the same', async () => {
    const logIn = async (password: string): Promise<number> => {
      const token = await demo.token({ page_action: 'log-in' })
      return (await demo.post('/login', { email: DEMO_READER.email, password, 'vouchsafe-token': token })).status
    }
    const taken = async (email: string): Promise<unknown> => {
      const response = await demo.post('/sign-up', { email, password: 'mine-instead', 'vouchsafe-token': await demo.token() })
      return [...outcomeOf(response), response.headers.get('location')?.replace(/=.*/, '')]
    }
    expect(await taken('Reader@SLOWPOST.example')).toEqual(await taken('nobody-yet@post.example'))
    expect([await logIn('mine-instead'), await logIn(DEMO_READER.password)]).toEqual([401, 303])
  })

  it('may carry the verdict in a header', async () => {
    const response = await demo.post('/sign-up', typed, { 'vouchsafe-token': await demo.token() })
    expect(outcomeOf(response)).toEqual([303, 'allow', 'allow'])
  })

  it('is taken once', async () => {
    const token = await demo.token()
    expect((await signUp(token)).status).toBe(303)
    expect(outcomeOf(await signUp(token))).toEqual([403, 'none', 'used'])
  })

  it('is shown again with its mistake, and without the password', async () => {
    const response = await demo.post('/sign-up', { email: 'marta@post', password: 'secret-of-hers', 'vouchsafe-token': await demo.token() })
    expect(outcomeOf(response)).toEqual([422, 'allow', 'allow'])
    const page = await response.text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('value="marta@post"')
    expect(page).not.toContain('secret-of-hers')
  })
})

describe('a form whose verdict does not count', () => {
  it.each([
    ['expired', { exp: NOW - 60 }],
    ['not-yet-valid', { iat: NOW + 60, exp: NOW + 180 }],
    ['issuer', { iss: 'https://other.example' }],
    ['audience', { aud: 'pk_zzzzzzzzzzzzzzzzzzzzzz' }],
    ['action-mismatch', { page_action: 'log-in' }],
    ['test-verdict', { test: true }],
    ['malformed', { score: 7 }],
  ])('is refused: %s', async (reason, changes) => {
    expect(outcomeOf(await signUp(await demo.token(changes)))).toEqual([403, 'none', reason])
  })

  it.each([undefined, ''])('is refused when there is none (%s)', async (token) => {
    expect(outcomeOf(await signUp(token))).toEqual([403, 'none', 'missing'])
  })

  it('is refused when the verdict was changed on its way', async () => {
    const [header, , signature] = (await demo.token({ action: 'block' })).split('.')
    const [, payload] = (await demo.token()).split('.')
    expect(outcomeOf(await signUp(`${header}.${payload}.${signature}`))).toEqual([403, 'none', 'signature'])
  })

  it.each(['block', 'challenge'])('is refused when the verdict says %s', async (action) => {
    expect(outcomeOf(await signUp(await demo.token({ action })))).toEqual([403, action, action])
  })

  it('makes no reader', async () => {
    await signUp(await demo.token({ action: 'block' }))
    const token = await demo.token({ page_action: 'log-in' })
    expect((await demo.post('/login', { ...typed, 'vouchsafe-token': token })).status).toBe(401)
  })

  it('is not read beyond 64 KiB', async () => {
    const response = await demo.post('/sign-up', { ...typed, more: 'x'.repeat(70_000), 'vouchsafe-token': await demo.token() })
    expect(response.status).toBe(413)
  })

  it('is refused when it is no form at all', async () => {
    const request = { method: 'POST', body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }
    expect(outcomeOf(await demo.app.request('/sign-up', request))).toEqual([403, 'none', 'missing'])
  })
})

describe('what a verdict must stand on', () => {
  it.each([
    ['/sign-up', 'sign-up', 'noscript', 303],
    ['/enforced', 'sign-up', 'noscript', 303],
    ['/login', 'log-in', 'noscript', 403],
    ['/login', 'log-in', 'unsigned', 303],
    ['/checkout', 'checkout', 'noscript', 403],
    ['/checkout', 'checkout', 'unsigned', 403],
    ['/checkout', 'checkout', 'signed', 303],
  ])('%s (%s) with %s: %i', async (path, page_action, assurance, status) => {
    const fields = path === '/login' ? DEMO_READER : path === '/checkout' ? order : typed
    const response = await demo.post(path, { ...fields, 'vouchsafe-token': await demo.token({ page_action, assurance }) })
    expect(response.status).toBe(status)
    expect(response.headers.get('vouchsafe-reason')).toBe(status === 303 ? 'allow' : 'assurance')
  })
})

describe('where a verdict was made', () => {
  it.each(
    ['http://localhost:9', 'https://shop.localhost', 'http://127.1.2.3:80', 'http://[::1]:8080'].map((origin) => new URL(origin).origin),
  )('may be %s', async (origin) => {
    expect((await signUp(await demo.token({ origin }))).status).toBe(303)
  })

  it.each([
    'https://shop.example',
    'http://localhost.evil.example',
    'http://evillocalhost',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1:8788/path',
    'http://10.0.0.1',
    'ftp://localhost',
    'null',
  ])('may not be %s', async (origin) => {
    expect(outcomeOf(await signUp(await demo.token({ origin })))).toEqual([403, 'none', 'origin'])
  })
})
