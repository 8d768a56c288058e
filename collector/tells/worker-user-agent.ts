import { seen, unsupported } from '../../shared/observation.js'
import { isTwoFaced } from './probe/is-two-faced.js'
import type { Tell } from './tell.js'

/** The user agent string inside a worker is another one. */
export const workerUserAgent: Tell = {
  id: 'tell.worker-user-agent',
  async observe(page) {
    const worker = await page.worker
    return worker && !isTwoFaced() ? seen(worker.userAgent !== navigator.userAgent) : unsupported
  },
}
