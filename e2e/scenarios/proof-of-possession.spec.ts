import type express from 'express'
import type { Page } from 'playwright/test'
import { vouchsafe } from 'vouchsafe/verify/express'
import { test as base, expect } from '../support/fixtures.js'
import { openShop, withShop } from './shop.js'

interface Shop {
  /** Of its page. */
  readonly origin: string
  /** An address that asks whose verdict it is. */
  readonly orders: string
  /** The same, which asks for nonces too. */
  readonly asking: string
}

/** A site of its own, with a backend that takes a verdict only from the browser that it was issued to. */
const test = base.extend<{ shop: Shop }>({
  shop: ({ product }, use) =>
    withShop(product, async ({ origin, app, settings }) => {
      const guarded = { ...settings, action: 'order' }
      const answer: express.RequestHandler = (_, response) => void response.json('done')
      app.post('/orders', vouchsafe({ ...guarded, dpop: true }), answer)
      app.post('/asking', vouchsafe({ ...guarded, dpop: { nonceSecret: 'a secret of at least thirty-two characters' } }), answer)
      await use({ origin, orders: `${origin}/orders`, asking: `${origin}/asking` })
    }),
})

async function verdictOf(page: Page, shop: Shop): Promise<string> {
  await openShop(page, shop)
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

test('a page proves its request, and the backend takes each proof once', async ({ page, shop }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  const token = await verdictOf(page, shop)
  expect(files).not.toContain('/bind.js')
  const proof = await prove(page, `${shop.orders}?page=1#top`, token)
  expect(files).toContain('/bind.js')
  expect((await spend(page, shop.orders, token, proof)).status).toBe(200)
  expect(await spend(page, shop.orders, token, proof)).toMatchObject({ status: 403, reason: 'proof-used' })
  expect((await spend(page, shop.orders, token, await prove(page, shop.orders, token))).status).toBe(200)
  expect(await spend(page, shop.orders, token)).toMatchObject({ status: 403, reason: 'proof-missing' })
})

test('the same verdict from another client is refused, with whatever that can prove', async ({ page, shop, browser }) => {
  const token = await verdictOf(page, shop)
  const unspent = await prove(page, shop.orders, token)
  const elsewhere = await browser.newContext()
  try {
    const thief = await elsewhere.newPage()
    const own = await verdictOf(thief, shop)
    expect(await prove(thief, shop.orders, token)).toBeUndefined()
    expect(await spend(thief, shop.orders, token)).toMatchObject({ status: 403, reason: 'proof-missing' })
    const itsOwn = await prove(thief, shop.orders, own)
    expect(await spend(thief, shop.orders, token, itsOwn)).toMatchObject({ status: 403, reason: 'proof-key' })
    expect((await spend(thief, shop.orders, own, itsOwn)).status).toBe(200)
    // A proof that leaked is good for its request and no other.
    expect(await spend(thief, shop.asking, token, unspent)).toMatchObject({ status: 403, reason: 'proof-request' })
  } finally {
    await elsewhere.close()
  }
})

test('a backend that asks for a nonce is answered with one', async ({ page, shop }) => {
  const token = await verdictOf(page, shop)
  const first = await spend(page, shop.asking, token, await prove(page, shop.asking, token))
  expect(first).toMatchObject({ status: 401, reason: 'proof-nonce' })
  const second = await prove(page, shop.asking, token, first.nonce)
  expect((await spend(page, shop.asking, token, second)).status).toBe(200)
})
