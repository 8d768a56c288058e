import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Page } from 'playwright/test'
import type { Addresses } from '../support/site/product.js'

/** A test key works on every origin, and its verdict always allows: what counts is what comes with it, and who shows it. */
const KEY = 'pk_test_allow'

/** For the guards of its backend. */
const settingsOf = (attest: string, origin: string) =>
  ({ jwksUrl: `${attest}/.well-known/jwks.json`, issuer: attest, audience: KEY, allowTest: true, origin }) as const

/** A site of its own, whose backend takes verdicts. */
export interface ShopSite {
  readonly origin: string
  readonly app: express.Express
  readonly settings: ReturnType<typeof settingsOf>
  /** What stands in its page, and the tag's attributes. */
  set(content: string, attributes?: string): void
}

export async function withShop({ attest }: Addresses, use: (shop: ShopSite) => Promise<void>): Promise<void> {
  const app = express()
  const server: Server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let page = ''
  const set = (content: string, attributes = '') => {
    const tag = `<script src="${attest}/collector.js" data-key="${KEY}" ${attributes} async></script>`
    page = `<!doctype html><meta charset=utf-8><title>shop</title>${tag}${content}`
  }
  set('')
  app.get('/', (_, response) => void response.type('html').send(page))
  await use({ origin, app, settings: settingsOf(attest, origin), set })
  server.closeAllConnections()
  server.close()
}

export async function openShop(page: Page, { origin }: Pick<ShopSite, 'origin'>): Promise<void> {
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => typeof window.vouchsafe?.attest === 'function')
}
