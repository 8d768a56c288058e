import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ISSUER } from '../verify/testing/make-issuer.js'
import { asset, readAssets } from './assets.js'
import { makeDemo } from './testing/make-demo.js'

const paths = [
  '/',
  '/login',
  '/checkout',
  '/enforced',
  '/tour',
  '/tour/you',
  '/tour/code',
  '/sign-up',
  '/welcome',
  '/desk',
  '/thank-you',
  '/nowhere',
]
const assets = readAssets(new URL('./public/', import.meta.url))
const demo = await makeDemo({ assets })

describe.each(paths)('the page %s', (path) => {
  it('is there, or says that it is not', async () => {
    expect((await demo.app.request(path)).status).toBe(path === '/nowhere' ? 404 : 200)
  })

  it('has the strict policy, and a nonce on every script', async () => {
    const response = await demo.app.request(path)
    const policy = response.headers.get('content-security-policy') ?? ''
    const [, nonce] = /script-src 'nonce-([\w-]{22})' 'strict-dynamic';/.exec(policy) ?? []
    expect(policy.replace(nonce!, 'N')).toBe(
      `default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'self'; img-src 'self'; connect-src 'self' ${ISSUER}; ` +
        `worker-src 'self'; form-action 'self' ${ISSUER}; base-uri 'none'; frame-ancestors 'none'; ` +
        "require-trusted-types-for 'script'; trusted-types vouchsafe",
    )
    for (const [tag] of (await response.text()).matchAll(/<script[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
  })

  it('needs no style or script in its markup, which the policy would refuse', async () => {
    expect(await (await demo.app.request(path)).text()).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/)
  })

  it('has styles and icons that exist, the paint of its drawings among them', async () => {
    const page = await (await demo.app.request(path)).text()
    const files = [...page.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)].map(([, href]) => href)
    expect(files).toContain('/art.css')
    expect(files.filter((href) => !assets.has(href!))).toEqual([])
  })
})

describe('the site', () => {
  it('gives every page a nonce of its own', async () => {
    const [one, other] = await Promise.all([demo.app.request('/'), demo.app.request('/')])
    expect(one.headers.get('content-security-policy')).not.toBe(other.headers.get('content-security-policy'))
  })

  it('leads from /log-in to /login', async () => {
    const response = await demo.app.request('/log-in')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/login'])
  })

  it('has the documentation beside it, under that one’s own policy', async () => {
    const index = asset(new TextEncoder().encode('docs'), 'text/html; charset=utf-8')
    const { app } = await makeDemo({ assets: new Map([['/docs/index.html', index]]) })
    expect((await app.request('/docs')).headers.get('location')).toBe('/docs/')
    const response = await app.request('/docs/')
    expect([response.status, await response.text()]).toEqual([200, 'docs'])
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'; ")
  })

  it('leads from /live, where the tour’s second step was before there was a tour', async () => {
    const response = await demo.app.request('/live')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/tour/you'])
  })

  it.each([
    ['GET', '/live/explain', 'POST'],
    ['GET', '/tour/runs', 'DELETE, POST'],
    ['PUT', '/login', 'GET, HEAD, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/welcome', 'GET, HEAD'],
    ['DELETE', '/log-in', 'GET, HEAD'],
  ])('answers %s %s with what it takes instead: %s', async (method, path, allow) => {
    const response = await demo.app.request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  })

  it('serves its files with their type, once', async () => {
    const response = await demo.app.request('/art.css')
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await response.text()).toBe(readFileSync(new URL('./public/art.css', import.meta.url), 'utf8'))
    const again = await demo.app.request('/art.css', { headers: { 'if-none-match': response.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  it.each(['/../server.ts', '/%2e%2e/server.ts', '/live/../../server.ts', '/live/tsconfig.json'])(
    'serves nothing else: %s',
    async (path) => {
      expect((await demo.app.request(path)).status).toBe(404)
    },
  )
})
