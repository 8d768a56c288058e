import { readFileSync } from 'node:fs'
import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { browserHeaders, createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'
import { languages, texts } from './texts.js'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})

const RETURN = `${ORIGIN}/sign-up?step=2#form`
const navigation = { ...browserHeaders, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

const open = (query: Readonly<Record<string, string>> = {}, headers = {}) => {
  const all = new URLSearchParams({ key: server.project.siteKey, return: RETURN, action: 'sign-up', ...query })
  return server.app.request(`/v1/noscript?${all}`, { headers: { ...navigation, ...headers } })
}
const ticketIn = (html: string) => /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''
const send = (ticket: string, headers: Readonly<Record<string, string>> = {}) =>
  server.app.request('/v1/noscript', {
    method: 'POST',
    headers: { ...navigation, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ ticket }).toString(),
  })
async function ticket(): Promise<string> {
  return ticketIn(await (await open()).text())
}
const verdictOf = (response: Response) => {
  const address = new URL(response.headers.get('location') ?? '')
  return { address, claims: decodeJwt(address.searchParams.get('vouchsafe-token') ?? '') }
}

describe('GET /v1/noscript', () => {
  it('speaks the languages of the screens', () => {
    const page = readFileSync(new URL('../../../docs/script-tag.md', import.meta.url), 'utf8')
    expect(languages.join(' ')).toBe(/`data-lang` \| language of the screens: `([a-z ]+)`/.exec(page)?.[1])
  })

  it.each(languages)('speaks %s', async (language) => {
    const response = await open({}, { 'accept-language': `xx, ${language}-XX;q=0.9, en;q=0.1` })
    const { lang, direction, button } = texts[language]
    expect(response.headers.get('content-language')).toBe(lang)
    const html = await response.text()
    expect(html).toContain(`<html lang="${lang}" dir="${direction}">`)
    expect(html).toContain(button)
    expect(html).toContain('mailto:help@shop.example')
  })

  it('allows nothing but its own style, its form and the way back', async () => {
    const response = await open()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' https:\/\/shop\.example;/)
    const html = await response.text()
    expect(html).not.toMatch(/<script|javascript:|onclick|<img|<link/)
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`)
  })

  it('sends nobody to an origin that is not the project’s', async () => {
    for (const address of [
      'https://evil.example/',
      'https://shop.example.evil.example/',
      'javascript:alert(1)',
      '//evil.example',
      'data:text/html,x',
    ]) {
      expect((await open({ return: address })).status, address).toBeGreaterThanOrEqual(400)
    }
  })

  it.each([
    'blob:https://shop.example/x',
    'https://user:pw@shop.example/',
    'https://user@shop.example/',
    'https://a;script-src/',
    "http://a'b.localhost/",
    'http://a,b.localhost/',
  ])('takes %s for no address', async (address) => {
    for (const key of [server.project.siteKey, 'pk_test_allow']) {
      const response = await open({ key, return: address })
      expect([response.status, server.log.at(-1)?.reason]).toEqual([400, 'field-malformed'])
    }
  })

  it('leads nowhere but to this machine with a test key', async () => {
    for (const address of ['https://evil.example/phish', `${ORIGIN}/`, 'http://localhost.evil.example/']) {
      expect((await open({ key: 'pk_test_allow', return: address })).status, address).toBe(403)
    }
    const form = ticketIn(await (await open({ key: 'pk_test_allow', return: 'http://localhost:3000/sign-up' })).text())
    server.pass(5)
    const { address, claims } = verdictOf(await send(form))
    expect([address.origin, claims.test]).toEqual(['http://localhost:3000', true])
  })

  it('tells a person in their language what it tells a program in JSON', async () => {
    const asked = [{ key: 'pk_unknown' }, { key: 'x' }, { return: 'https://evil.example/' }, { action: 'A B' }]
    for (const query of asked) {
      const program = await open(query, { accept: 'application/json' })
      const { status, code } = (await program.json()) as { status: number; code: string }
      const person = await open(query, { accept: 'text/html,application/xhtml+xml;q=0.9', 'accept-language': 'fr' })
      const html = await person.text()
      expect([person.status, person.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
      expect(html).toContain(texts.fr.refused)
      expect(html).toContain(`>${code}<`)
      expect(html).not.toContain('evil')
      expect(person.headers.get('content-security-policy')).toContain("form-action 'self';")
    }
  })

  it('wants a key that it knows, an address and a plain action', async () => {
    expect((await open({ key: 'pk_unknown' })).status).toBe(401)
    expect((await open({ key: 'x' })).status).toBe(400)
    expect((await open({ return: 'nonsense' })).status).toBe(400)
    expect((await open({ action: 'A B' })).status).toBe(400)
  })

  it('can be switched off by the project', async () => {
    await server.stores.projects.change(server.project.id, { noscript: false })
    expect((await open()).status).toBe(404)
  })
})

describe('POST /v1/noscript', () => {
  it('leads back with a verdict of the lowest assurance', async () => {
    const form = await ticket()
    server.pass(5)
    const response = await send(form)
    expect(response.status).toBe(303)
    const { address, claims } = verdictOf(response)
    expect(`${address.origin}${address.pathname}${address.hash}`).toBe(`${ORIGIN}/sign-up#form`)
    expect(address.searchParams.get('step')).toBe('2')
    expect(claims).toMatchObject({
      assurance: 'noscript',
      action: 'allow',
      aud: server.project.siteKey,
      origin: ORIGIN,
      page_action: 'sign-up',
    })
    expect(claims).not.toHaveProperty('cnf')
  })

  it('asks a hasty visitor to wait, and keeps the form usable', async () => {
    const form = await ticket()
    server.pass(4)
    const early = await send(form, { 'accept-language': 'de' })
    expect(early.status).toBe(425)
    const html = await early.text()
    expect(html).toContain(texts.de.early)
    server.pass(1)
    expect((await send(ticketIn(html))).status).toBe(303)
  })

  it('takes a form once, and offers another', async () => {
    const form = await ticket()
    server.pass(5)
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await send(form)).status))
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    const used = await send(form)
    expect(used.status).toBe(409)
    const again = /class="again" href="([^"]+)"/.exec(await used.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await server.app.request(`/v1/${again}`, { headers: navigation })).status).toBe(200)
  })

  it('explains that a form is too old', async () => {
    const form = await ticket()
    server.pass(1801)
    const response = await send(form)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain(texts.en.expired)
  })

  it('refuses tickets that it did not make', async () => {
    const challenge = await server.challenge()
    for (const forged of ['', 'x', challenge.challenge]) {
      const response = await send(forged)
      expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
      expect(server.log.at(-1)?.reason).toBe('form-forged')
    }
  })

  it('tells a person about a form that is none of ours', async () => {
    const response = await send('x', { accept: 'text/html' })
    expect([response.status, server.log.at(-1)?.reason]).toEqual([403, 'form-forged'])
    expect(await response.text()).toContain(texts.en.refused)
  })

  it('wants a form', async () => {
    const response = await server.post('/v1/noscript', '{}')
    expect([response.status, server.log.at(-1)?.reason]).toEqual([415, 'media-type'])
    expect(await response.json()).toMatchObject({ detail: 'Send application/x-www-form-urlencoded, in UTF-8 and not compressed.' })
  })

  it('asks for more where a library waits and sends the form', async () => {
    const form = await ticket()
    server.pass(5)
    expect(verdictOf(await send(form, { 'user-agent': 'python-requests/2.32.3' })).claims).toMatchObject({ action: 'challenge' })
  })

  it('leaves a text browser alone', async () => {
    const form = await ticket()
    server.pass(5)
    const headers = { 'user-agent': 'Lynx/2.9.0dev.12', 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ ticket: form }).toString()
    const response = await server.app.request('/v1/noscript', { method: 'POST', headers, body })
    expect(verdictOf(response).claims).toMatchObject({ action: 'allow' })
  })
})
