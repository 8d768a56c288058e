import { withTemporaryFolder } from './chromium.js'
import type { Site } from './driver.js'
import type { Addresses } from './product.js'
import { startProxy } from './proxy.js'

/** Puts a proxy of its own before the demo and an empty folder beside it for one visit, and clears both away after it. */
export async function withSite<T>(product: Addresses, display: string, visit: (site: Site) => Promise<T>): Promise<T> {
  const proxy = await startProxy(product.demo)
  const { attest, siteKey } = product
  const { opened, answer } = proxy
  try {
    return await withTemporaryFolder((folder) => visit({ url: `${proxy.url}/`, attest, siteKey, display, folder, opened, answer }))
  } finally {
    await proxy.stop()
  }
}
