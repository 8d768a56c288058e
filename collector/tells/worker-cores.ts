import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The worker counts other processors. Extensions against fingerprinting change the page's count only. */
export const workerCores: Tell = {
  id: 'tell.worker-cores',
  when: 'idle',
  async observe(page) {
    const cores = (await page.worker)?.cores
    return cores ? seen(cores !== navigator.hardwareConcurrency) : unsupported
  },
}
