import { test as base } from 'playwright/test'
import { type Display, startDisplay } from './desk/display.js'
import type { Addresses } from './site/product.js'
import { type WitnessedSite, withSite } from './site/site.js'

interface WorkerFixtures {
  /** The running product: addresses and site key. */
  readonly product: Addresses
  /** A screen for windows, one for each worker. */
  readonly display: Display
}

interface TestFixtures {
  /** The sign-up page through a reverse proxy, for this test alone. */
  readonly site: WitnessedSite
}

/** Playwright's `test` with the product, its proxy, and a display. Its `page` is plain headless Chromium. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => use(JSON.parse(process.env.VOUCHSAFE_E2E_PRODUCT ?? '{}') as Addresses),
    { scope: 'worker' },
  ],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const display = await startDisplay()
      await use(display)
      await display.stop()
    },
    { scope: 'worker' },
  ],
  site: ({ product, display }, use) => withSite(product, display.name, use),
})

export { expect } from 'playwright/test'
