import { testStores } from '../contract.js'
import { openMemoryStores } from './open-memory-stores.js'

testStores('memory', async (limits) => openMemoryStores(limits))
