import { seen, unsupported } from '../../shared/observation.js'
import { after } from '../page/after.js'
import { clientHints } from './probe/client-hints.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

/** Chromium lets a document change its state 200 times in 10 s (`content/renderer/…/navigation_rate_limiter`). */
const CHANGES = 230
const A_TASK = 46

/**
 * The limit on changes of the history is off, by a switch that drivers start browsers with (`--disable-ipc-flooding-protection`).
 * Takes 7 ms of the main thread (Chromium 156), and where the limit is on, it leaves a warning in the console: too much for every visit.
 */
export const ipcFlood: Tell = {
  id: 'tell.ipc-flood',
  when: 'step-up',
  async observe(page) {
    const history = freshRealm(page)?.history
    if (!clientHints() || !history) return unsupported
    for (let i = 0; i < CHANGES; i++) {
      if (i % A_TASK === 0) await after(0)
      history.replaceState(i, '')
    }
    return seen(history.state === CHANGES - 1)
  },
}
