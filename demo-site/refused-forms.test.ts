import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ISSUER, SITE_KEY } from '../verify/testing/make-issuer.js'
import { createShelf } from './shelf.js'
import { DEMO_ORIGIN, makeDemo, outcomeOf, type TestDemo } from './testing/make-demo.js'

let demo: TestDemo
beforeEach(async () => {
  demo = await makeDemo()
})

const typed = { email: 'marta@post.example', password: 'nine kilograms' }

/** Where the refusal page's way without scripts leads. */
async function withoutScript(response: Response): Promise<URL | undefined> {
  const [, href] = /class="button" href="([^"]*noscript[^"]*)"/.exec(await response.text()) ?? []
  return href === undefined ? undefined : new URL(href.replaceAll('&amp;', '&'))
}

describe('the page of a refused form', () => {
  it.each(['/sign-up', '/enforced', '/login'])('keeps the e-mail and never the password (%s)', async (path) => {
    const page = await (await demo.post(path, typed)).text()
    expect(page).toContain(`value="${typed.email}"`)
    expect(page).not.toContain(typed.password)
  })

  it('keeps an order', async () => {
    const order = { name: 'Marta', email: typed.email, address: 'Depot 1', postcode: '1000', city: 'Upper Valley' }
    const page = await (await demo.post('/checkout', order)).text()
    for (const text of Object.values(order)) expect(page).toContain(`value="${text}"`)
  })

  it('holds the form once more, for the collector to add a new verdict to', async () => {
    const page = await (await demo.post('/sign-up', { ...typed, 'vouchsafe-token': 'old' })).text()
    expect(page).toContain('data-vouchsafe="sign-up"')
    expect(page).toContain(`src="${ISSUER}/collector.js"`)
    expect(page).not.toContain('value="old"')
  })

  it('lets the script show its screen when the verdict asks for more', async () => {
    const asked = await (await demo.post('/sign-up', { ...typed, 'vouchsafe-token': await demo.token({ action: 'challenge' }) })).text()
    expect(asked).toContain('data-enforce')
    expect(await (await demo.post('/sign-up', typed)).text()).not.toContain('data-enforce')
  })

  it('gives a blocked person a reference and somebody to write to', async () => {
    const token = await demo.token({ action: 'block', reference: 'H4LDM-YPL9C' })
    const page = await (await demo.post('/sign-up', { ...typed, 'vouchsafe-token': token })).text()
    expect(page).toContain('<code>H4LDM-YPL9C</code>')
    expect(page).toContain('href="mailto:hello@slowpost.example?subject=Reference%20H4LDM-YPL9C"')
  })

  const asked = async (assurance: 'signed' | 'noscript'): Promise<string> => {
    const cnf = assurance === 'signed' ? {} : { cnf: undefined }
    const token = await demo.token({ action: 'challenge', reference: 'H4LDM-YPL9C', assurance, ...cnf })
    return (await demo.post('/sign-up', { ...typed, 'vouchsafe-token': token })).text()
  }

  it('promises no screen to a visitor without scripts, whose verdict asks for more, and does not send them round again', async () => {
    const page = await asked('noscript')
    expect(page).toContain('without scripts we cannot ask more')
    expect(page).not.toMatch(/Send it once more|patience|\/v1\/noscript|<form/)
  })

  it.each(['signed', 'noscript'] as const)(
    'names a reference and somebody to write to when a %s verdict asks for more',
    async (assurance) => {
      const page = await asked(assurance)
      expect(page).toContain('<code>H4LDM-YPL9C</code>')
      expect(page).toContain('href="mailto:hello@slowpost.example?subject=Reference%20H4LDM-YPL9C"')
    },
  )

  it('offers no way around the screen to a visitor whose scripts run', async () => {
    expect(await asked('signed')).not.toContain('/v1/noscript')
  })

  it('is never cached', async () => {
    expect((await demo.post('/sign-up', typed)).headers.get('cache-control')).toBe('no-store')
  })

  it.each(['email', 'name', 'address', 'postcode', 'city'])('repeats no markup that came as %s', async (name) => {
    const evil = `"><script>alert(1)</script><img src=x onerror='x'>`
    const page = await (await demo.post('/checkout', { [name]: evil })).text()
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toMatch(/<script>|<img|"><script/)
  })
})

describe('the way without scripts', () => {
  it('is offered when there is no verdict, and leads back to where the visitor came from', async () => {
    const url = await withoutScript(await demo.post('/sign-up', typed))
    expect(url?.href).toMatch(`${ISSUER}/v1/noscript?`)
    expect(url?.searchParams.get('key')).toBe(SITE_KEY)
    expect(url?.searchParams.get('action')).toBe('sign-up')
    expect(url?.searchParams.get('return')).toMatch(`${DEMO_ORIGIN}/sign-up?draft=`)
  })

  it('leads back through a proxy on this machine, and to no other origin', async () => {
    const back = async (origin: string): Promise<string | null | undefined> =>
      (await withoutScript(await demo.post('/sign-up', typed, { origin })))?.searchParams.get('return')
    expect(await back('http://localhost:9999')).toMatch(/^http:\/\/localhost:9999\/sign-up\?/)
    expect(await back('https://evil.example')).toMatch(`${DEMO_ORIGIN}/sign-up?`)
    expect(await back('null')).toMatch(`${DEMO_ORIGIN}/sign-up?`)
  })

  it('is not there for a host that the client made up', async () => {
    const body = new URLSearchParams(typed)
    for (const origin of [undefined, 'http://evil.example']) {
      const headers = origin === undefined ? {} : { origin }
      const response = await demo.app.request('http://evil.example/sign-up', { method: 'POST', body, headers })
      expect(response.status).toBe(403)
      expect(await response.text()).not.toMatch(/evil\.example|noscript\?/)
    }
  })

  it('puts the e-mail aside for the way back, and nothing else', async () => {
    const drafts = createShelf<Readonly<Record<string, string>>>()
    const put = vi.spyOn(drafts, 'put')
    const { post } = await makeDemo({ drafts })
    await post('/sign-up', typed)
    await post('/login', typed)
    expect(put.mock.calls).toEqual([[{ email: typed.email }]])
  })

  it.each(['/login', '/checkout'])('is not open to %s', async (path) => {
    expect(await withoutScript(await demo.post(path, typed))).toBeUndefined()
  })

  it('ends in a form that holds the verdict and the e-mail, and goes through without a script', async () => {
    const url = await withoutScript(await demo.post('/sign-up', typed))
    const token = await demo.token({ assurance: 'noscript', cnf: undefined })
    const back = await demo.app.request(`${url?.searchParams.get('return')}&vouchsafe-token=${token}`)
    const page = await back.text()
    expect(page).toContain(`name="vouchsafe-token" value="${token}"`)
    expect(page).toContain(`value="${typed.email}"`)
    expect(page).not.toMatch(/<script|data-vouchsafe=|a little patience/)
    expect(page).toContain('you have waited already')
    expect(outcomeOf(await demo.post('/sign-up', { ...typed, 'vouchsafe-token': token }))).toEqual([303, 'allow', 'allow'])
  })

  it('repeats no markup that came in the address', async () => {
    const query = new URLSearchParams({ draft: '<b>', 'vouchsafe-token': '"><script>alert(1)</script>' })
    const page = await (await demo.app.request(`/sign-up?${query}`)).text()
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
    expect(page).not.toContain('<script')
  })
})

describe('when the attest-server is away', () => {
  const keys = { jwksUrl: `${ISSUER}/.well-known/jwks.json` }

  it('shows its pages all the same', async () => {
    const { app } = await makeDemo({ keys })
    for (const path of ['/', '/login', '/checkout', '/enforced', '/tour', '/tour/you', '/tour/code', '/sign-up'])
      expect((await app.request(path)).status).toBe(200)
  })

  it('takes no form, and says that it is not the visitor’s fault', async () => {
    const away = await makeDemo({ keys })
    const response = await away.post('/sign-up', { ...typed, 'vouchsafe-token': await away.token() })
    expect(outcomeOf(response)).toEqual([403, 'none', 'keys-unavailable'])
    expect(await response.text()).toContain('It is our fault, not yours.')
  })

  it('takes no form when the store of used verdicts is away', async () => {
    const away = await makeDemo({ once: { claim: () => Promise.reject(new Error('away')) } })
    const response = await away.post('/sign-up', { ...typed, 'vouchsafe-token': await away.token() })
    expect(outcomeOf(response)).toEqual([403, 'none', 'store-unavailable'])
  })
})
