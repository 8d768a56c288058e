import { decodeJwt } from 'jose'
import { type Browser, chromium, type Page } from 'playwright'
import type { Attestation } from '../../scenarios/collector-page.js'
import { sandboxFlags } from '../../support/machine/chromium.js'
import { requireTool } from '../../support/machine/tools.js'
import { type Attest, startAttest } from './attest.js'
import { openShop, type Shop } from './shop.js'
import type { Stage } from './stage.js'

const pageWith = ({ server, siteKey }: Attest): string =>
  `<!doctype html><title>Shop</title><script src="${server.url}/collector.js" data-key="${siteKey}"></script>`

async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireTool('chromium'), args: sandboxFlags() })
}

async function openPage(browser: Browser): ReturnType<Stage['page']> {
  const page = await (await browser.newContext()).newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return { page, complaints }
}

/** Asks for verdicts one after the other: a page that asks for many at once would wait for its own work. */
function mintOn(page: Promise<Page>): () => Promise<string> {
  let last: Promise<unknown> = Promise.resolve()
  const ask = async () => {
    const attestation: Attestation | undefined = await (await page).evaluate(() => window.vouchsafe?.attest('sign-up'))
    if (attestation?.status !== 'ok' || attestation.action !== 'allow' || !attestation.token)
      throw new Error(`no real verdict: ${JSON.stringify(attestation)}`)
    return attestation.token
  }
  return () => {
    const next = last.then(ask)
    last = next.catch(() => {})
    return next
  }
}

async function mintingPage(browser: Browser, shop: Shop): Promise<Page> {
  const { page } = await openPage(browser)
  await page.goto(shop.origin)
  return page
}

export async function openStage(): Promise<Stage> {
  const attest = await startAttest()
  const shop = await openShop(pageWith(attest))
  const browser = await openBrowser()
  const verdict = mintOn(mintingPage(browser, shop))
  let pattern: Promise<string> | undefined
  let count = 0
  return {
    attest,
    origin: shop.origin,
    verdict,
    async claims() {
      pattern ??= verdict()
      return Object.assign(decodeJwt(await pattern), { jti: `example-${++count}` })
    },
    page: () => openPage(browser),
    async close() {
      await browser.close()
      shop.close()
      await attest.server.stop()
    },
  }
}
