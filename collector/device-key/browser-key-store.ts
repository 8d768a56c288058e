import { promisifyRequest } from 'idb-keyval'
import type { KeyStore } from './key-store.js'

const DATABASE = 'vouchsafe'
const STORE = 'keys'
const NAME = 'device'

async function inStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await promisifyRequest(opening)
  const used = use(database.transaction(STORE, mode).objectStore(STORE))
  // Waits for the transaction. One that stays open would keep the page out of the back/forward cache, and a newer version from opening.
  database.close()
  return used
}

/** IndexedDB, which keeps a key without showing it. */
export const browserKeyStore = (): KeyStore => ({
  get: () => inStore('readonly', (store) => promisifyRequest<CryptoKeyPair | undefined>(store.get(NAME))),
  // One transaction: another tab's comes before it or after it.
  settle: (fresh) =>
    inStore('readwrite', async (store) => {
      const kept: CryptoKeyPair | undefined = await promisifyRequest(store.get(NAME))
      if (!kept) await promisifyRequest(store.put(fresh, NAME))
      return kept ?? fresh
    }),
})
