import { testStores } from '../contract/index.js'
import { openMemoryStores } from './open-memory-stores.js'

testStores('memory', async (limits) => {
  const stores = openMemoryStores(limits)
  return [stores, stores]
})
