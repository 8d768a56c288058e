import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright/test'
import { vouchsafe } from 'vouchsafe/verify/express'
import { test as base, expect } from '../support/fixtures.js'

interface Backend {
  /** Its protected address. */
  readonly url: string
  /** The same, which asks for nonces too. */
  readonly asking: string
}

/** A site's own backend on another origin, which takes a verdict only from the browser that it was issued to. */
const test = base.extend<{ backend: Backend }>({
  backend: async ({ product }, use) => {
    const app = express()
    app.use((request, response, next) => {
      response.set({
        'Access-Control-Allow-Origin': product.demo,
        'Access-Control-Allow-Headers': 'Vouchsafe-Token, DPoP',
        'Access-Control-Expose-Headers': 'Vouchsafe-Reason, DPoP-Nonce',
      })
      if (request.method === 'OPTIONS') response.end()
      else next()
    })
    const settings = {
      jwksUrl: `${product.attest}/.well-known/jwks.json`,
      issuer: product.attest,
      audience: product.siteKey,
      origin: product.demo,
      action: 'order',
      // A headless browser is no person; here it counts whose verdict it is.
      accept: ['allow', 'challenge', 'block'],
    } as const
    const answer: express.RequestHandler = (_, response) => void response.json('done')
    app.post('/orders', vouchsafe({ ...settings, dpop: true }), answer)
    app.post('/asking', vouchsafe({ ...settings, dpop: { nonceSecret: 'a secret of at least thirty-two characters' } }), answer)
    const server: Server = app.listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}/orders`, asking: `http://127.0.0.1:${port}/asking` })
    server.closeAllConnections()
    server.close()
  },
})

async function verdictOf(page: Page, demo: string): Promise<string> {
  await page.goto(`${demo}/`)
  const attestation = await page.evaluate(() => window.vouchsafe?.attest('order'))
  expect(attestation).toMatchObject({ status: 'ok', assurance: 'signed' })
  return attestation?.token ?? ''
}

const prove = (page: Page, url: string, token: string, nonce?: string) =>
  page.evaluate(([url, token, nonce]) => window.vouchsafe?.prove({ method: 'POST', url, token, ...(nonce ? { nonce } : {}) }), [
    url,
    token,
    nonce ?? '',
  ] as const)

/** Sends it from the page, as its own code would. @returns status, reason and the nonce that came back */
const spend = (page: Page, url: string, token: string, dpop = '') =>
  page.evaluate(
    async ([url, token, dpop]) => {
      const headers = { 'Vouchsafe-Token': token, ...(dpop ? { DPoP: dpop } : {}) }
      const { status, headers: answered } = await fetch(url, { method: 'POST', headers })
      return { status, reason: answered.get('vouchsafe-reason'), nonce: answered.get('dpop-nonce') ?? undefined }
    },
    [url, token, dpop] as const,
  )

test('a page proves its request, and the backend takes each proof once', async ({ page, product, backend }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  const token = await verdictOf(page, product.demo)
  expect(files).not.toContain('/bind.js')
  const proof = await prove(page, `${backend.url}?page=1#top`, token)
  expect(files).toContain('/bind.js')
  expect((await spend(page, backend.url, token, proof)).status).toBe(200)
  expect(await spend(page, backend.url, token, proof)).toMatchObject({ status: 403, reason: 'proof-used' })
  expect((await spend(page, backend.url, token, await prove(page, backend.url, token))).status).toBe(200)
  expect(await spend(page, backend.url, token)).toMatchObject({ status: 403, reason: 'proof-missing' })
})

test('the same verdict from another client is refused, with whatever that can prove', async ({ page, product, backend, browser }) => {
  const token = await verdictOf(page, product.demo)
  const unspent = await prove(page, backend.url, token)
  const elsewhere = await browser.newContext()
  try {
    const thief = await elsewhere.newPage()
    const own = await verdictOf(thief, product.demo)
    expect(await prove(thief, backend.url, token)).toBeUndefined()
    expect(await spend(thief, backend.url, token)).toMatchObject({ status: 403, reason: 'proof-missing' })
    const itsOwn = await prove(thief, backend.url, own)
    expect(await spend(thief, backend.url, token, itsOwn)).toMatchObject({ status: 403, reason: 'proof-key' })
    expect((await spend(thief, backend.url, own, itsOwn)).status).toBe(200)
    // A proof that leaked is good for its request and no other.
    expect(await spend(thief, backend.asking, token, unspent)).toMatchObject({ status: 403, reason: 'proof-request' })
  } finally {
    await elsewhere.close()
  }
})

test('a backend that asks for a nonce is answered with one', async ({ page, product, backend }) => {
  const token = await verdictOf(page, product.demo)
  const first = await spend(page, backend.asking, token, await prove(page, backend.asking, token))
  expect(first).toMatchObject({ status: 401, reason: 'proof-nonce' })
  const second = await prove(page, backend.asking, token, first.nonce)
  expect((await spend(page, backend.asking, token, second)).status).toBe(200)
})
