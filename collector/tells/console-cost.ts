import { seen, unsupported } from '../../shared/observation.js'
import type { Ms } from '../../shared/units.js'
import { clientHints } from './probe/client-hints.js'
import { isNative } from './probe/natives.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

const OBJECTS = 300
/** Of each kind in turns, of which the cheapest counts: a machine that does something else for a moment does not do so five times. */
const TRIES = 5
/** A page's clock has steps of 0.1, or more where somebody blurs it. */
const LEAST: Ms = 0.2
/**
 * Objects took 1.7 times as long as words, or less, where nobody listened, and with a driver 4 times or more in 98 of 100: of 640 and 320 such
 * measurements by Chromium 156 on a machine of two cores, idle and overloaded. Where memory is slow to come, both are slow.
 */
const DEAR = 4

/** What is logged is wrapped up for someone who listens, which takes its time, of objects far more than of words. Developer tools listen, too. Chromium only. */
export const consoleCost: Tell = {
  id: 'tell.console-cost',
  when: 'step-up',
  observe(page) {
    const realm = freshRealm(page)
    if (!clientHints() || !realm || !isNative(realm.console.debug, realm)) return unsupported
    const timeOf = (logged: readonly unknown[]): Ms => {
      const begun = performance.now()
      realm.console.debug(...logged)
      return performance.now() - begun
    }
    const objects = Array.from({ length: OBJECTS }, (_, i) => ({ i }))
    const words = objects.map(String)
    let plain = Infinity
    let dear = Infinity
    for (let i = 0; i < TRIES; i++) {
      plain = Math.min(plain, timeOf(words))
      dear = Math.min(dear, timeOf(objects))
    }
    return seen(dear > DEAR * Math.max(plain, LEAST))
  },
}
