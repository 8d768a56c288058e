import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import { isNative } from './probe/natives.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

const OBJECTS = 300
/** A machine that does something else for a moment is not dear three times. */
const TRIES = 3
/** Logging took 1 to 10 times what writing down the same objects takes where nobody listened, 100 times and more with a driver. */
const DEAR = 40

function timeOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** What is logged is wrapped up for someone who listens, which takes its time. Developer tools listen, too. Chromium only. */
export const consoleCost: Tell = {
  id: 'tell.console-cost',
  when: 'step-up',
  observe(page) {
    const realm = freshRealm(page)
    if (!clientHints() || !realm || !isNative(realm.console.debug, realm)) return unsupported
    const objects = Array.from({ length: OBJECTS }, (_, i) => ({ i }))
    for (let i = 0; i < TRIES; i++) {
      const written = timeOf(() => JSON.stringify(objects))
      if (timeOf(() => realm.console.debug(...objects)) <= DEAR * Math.max(written, 0.1)) return seen(false)
    }
    return seen(true)
  },
}
