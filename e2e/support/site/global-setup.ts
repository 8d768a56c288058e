import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { newDataDir, removeDataDir, startProduct, stopProduct } from './product.js'

/**
 * One product for all specs, its addresses in VOUCHSAFE_E2E_PRODUCT for the workers. Where that is set already, the specs run
 * against what it names: a product that runs elsewhere, or a page that only notes events.
 */
async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.VOUCHSAFE_E2E_PRODUCT) return undefined
  const dataDir = newDataDir()
  const product = await startProduct(dataDir, { VOUCHSAFE_LOG: 'silent' })
  const { attest, demo, siteKey } = product
  process.env.VOUCHSAFE_E2E_LAYOUTS = join(dataDir, 'layouts')
  mkdirSync(process.env.VOUCHSAFE_E2E_LAYOUTS)
  process.env.VOUCHSAFE_E2E_PRODUCT = JSON.stringify({ attest, demo, siteKey, dataDir })
  return async () => {
    await stopProduct(product)
    removeDataDir(dataDir)
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the function from the default export.
export default globalSetup
