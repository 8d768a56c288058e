import { seen, unsupported } from '../../shared/observation.js'
import type { Ms } from '../../shared/units.js'
import { clientHints } from './probe/client-hints.js'
import { isNative } from './probe/natives.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

const OBJECTS = 300
/** To write them down takes some 15 µs, and a page's clock has steps of 100. */
const WRITINGS = 50
/** Of one, at least: on clocks that are coarse, or that somebody blurs, fifty may seem to take no time at all. */
const LEAST: Ms = 0.01
/** A machine that does something else for a moment is not dear five times. */
const TRIES = 5
/**
 * The cheapest of five logs took 13 times as long as writing the same objects down, or less, where nobody listened, and with a driver 88 times or more: of 32
 * and 12 visits by Chromium 156 on a machine of two cores, idle and three times overloaded. Slower machines are slower at both.
 */
const DEAR = 40

function timeOf(work: () => unknown): Ms {
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
    const all = timeOf(() => {
      for (let i = 0; i < WRITINGS; i++) JSON.stringify(objects)
    })
    const limit = DEAR * Math.max(all / WRITINGS, LEAST)
    for (let i = 0; i < TRIES; i++) if (timeOf(() => realm.console.debug(...objects)) <= limit) return seen(false)
    return seen(true)
  },
}
