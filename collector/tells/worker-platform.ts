import { seen, unsupported } from '../../shared/observation.js'
import { isTwoFaced } from './probe/is-two-faced.js'
import type { Tell } from './tell.js'

/** `platform` inside a worker is another one. An iPad that asks for desktop pages changes it in some realms only, hence the gate. */
export const workerPlatform: Tell = {
  id: 'tell.worker-platform',
  async observe(page) {
    const worker = await page.worker
    if (!worker?.platform || isTwoFaced() || (navigator.maxTouchPoints && /Mac|iP/.test(navigator.platform))) return unsupported
    return seen(worker.platform !== navigator.platform)
  },
}
