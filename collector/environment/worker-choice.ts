import type { Settings } from '../options.js'

/** Signs of a Content Security Policy that may forbid blobs. A policy in a header cannot be read, but a nonce gives it away. */
const STRICT = 'script[nonce],meta[http-equiv="Content-Security-Policy" i]'

/**
 * Where the attesting environment is when the site does not say (see `docs/decisions/0006-worker-and-csp.md`): in a worker, unless trying one
 * could be a policy violation that lands in the site's reports. The attest-server's own file where it has the page's origin, else a blob.
 */
export function workerFor({ worker, endpoint, nonce }: Settings): string {
  if (worker) return worker
  if (nonce || document.querySelector(STRICT)) return 'none'
  return `${endpoint}/`.startsWith(`${location.origin}/`) ? `${endpoint}/worker.js` : 'blob'
}
