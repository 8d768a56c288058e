import type { Site } from '../driver.js'
import { withTemporaryFolder } from '../machine/chromium.js'
import type { Account } from '../witness/account.js'
import { createWitness } from '../witness/witness.js'
import type { Addresses } from './product.js'
import { startProxy } from './proxy.js'

/** A site on which somebody looks on, where the matrix is made. */
export interface WitnessedSite extends Site {
  /** What the witness saw; undefined where there is none. */
  account(): Promise<Account | undefined>
}

/** Puts a proxy of its own before the demo and an empty folder beside it for one visit, and clears both away after it. */
export async function withSite<T>(product: Addresses, display: string, visit: (site: WitnessedSite) => Promise<T>): Promise<T> {
  const peers = process.env.VOUCHSAFE_E2E_PEERS
  const witness = peers ? createWitness(product.demo, peers) : undefined
  const proxy = await startProxy(product.demo, witness)
  const { attest, siteKey } = product
  const { opened, answer } = proxy
  try {
    const account = async () => witness?.account()
    return await withTemporaryFolder((folder) => visit({ url: `${proxy.url}/`, attest, siteKey, display, folder, opened, answer, account }))
  } finally {
    await proxy.stop()
  }
}
