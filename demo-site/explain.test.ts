import { describe, expect, it, vi } from 'vitest'
import { claims, ISSUER, NOW, SITE_KEY } from '../verify/testing/make-issuer.js'
import { makeDemo, type TestDemo } from './testing/make-demo.js'

const config = { attestUrl: ISSUER, siteKey: SITE_KEY, secretKey: 'sk_secret_of_this_site' }
const ask = async (demo: TestDemo, body: string): Promise<Response> =>
  demo.app.request('/live/explain', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
const answering = (response: () => Response) => vi.fn<typeof fetch>(async () => response())

describe('/live/explain', () => {
  it('asks the attest-server about a genuine verdict, with the secret key', async () => {
    const fetch = answering(() => Response.json({ reasons: 3 }))
    const demo = await makeDemo({ config, fetch })
    const response = await ask(demo, JSON.stringify({ token: await demo.token({ page_action: 'live', action: 'block', jti: 'a/b' }) }))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ verdict: { jti: 'a/b', action: 'block' }, explanation: { reasons: 3 } })
    const [url, init] = fetch.mock.calls[0]!
    expect(url).toBe(`${ISSUER}/v1/verdicts/a%2Fb`)
    expect(new Headers(init?.headers).get('authorization')).toBe(`Bearer ${config.secretKey}`)
  })

  it.each([
    ['expired', { exp: NOW - 60 }],
    ['origin', { origin: 'https://shop.example' }],
    ['audience', { aud: 'pk_zzzzzzzzzzzzzzzzzzzzzz' }],
  ])('asks nobody about a verdict that does not count: %s', async (code, changes) => {
    const fetch = answering(() => Response.json({}))
    const demo = await makeDemo({ config, fetch })
    const response = await ask(demo, JSON.stringify({ token: await demo.token(changes) }))
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code } })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('asks nobody about a verdict of another issuer', async () => {
    const fetch = answering(() => Response.json({}))
    const [demo, other] = await Promise.all([makeDemo({ config, fetch }), makeDemo()])
    const response = await ask(demo, JSON.stringify({ token: await other.issuer.sign(claims) }))
    expect(await response.json()).toMatchObject({ error: { code: 'signature' } })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each(['', 'null', '[]', '{"token":7}', '{"token":"x.y.z"}', '{'])('refuses %s', async (body) => {
    expect((await ask(await makeDemo({ config }), body)).status).toBe(403)
  })

  it.each([
    ['is away', undefined],
    ['refuses', () => new Response('no', { status: 401 })],
    ['answers nonsense', () => new Response('<html>')],
  ])('tells what the verdict says when the attest-server %s', async (_, response) => {
    const demo = await makeDemo({ config, ...(response ? { fetch: answering(response) } : {}) })
    const answer = await ask(demo, JSON.stringify({ token: await demo.token() }))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ verdict: { action: 'allow' }, asked: true, explanation: null })
  })

  it('asks nobody without a secret key', async () => {
    const fetch = answering(() => Response.json({}))
    const demo = await makeDemo({ fetch })
    expect(await (await ask(demo, JSON.stringify({ token: await demo.token() }))).json()).toMatchObject({ asked: false, explanation: null })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('never tells the secret key', async () => {
    const demo = await makeDemo({ config })
    const pages = await Promise.all(['/', '/tour', '/tour/you', '/tour/code'].map(async (path) => (await demo.app.request(path)).text()))
    const answer = await (await ask(demo, JSON.stringify({ token: await demo.token() }))).text()
    expect([...pages, answer].join()).not.toContain(config.secretKey)
  })
})
