/** `vouchsafe/edge`: the attest-server for runtimes that are not Node. */
export { openMemoryStores } from '../stores/memory/open-memory-stores.js'
export type { Project, ReplayGuard, SigningKeys, StoredKey, Stores } from '../stores/ports.js'
export { createEdgeApp, type EdgeOptions } from './create-edge-app.js'
