import type { Person } from '../hands/person.js'
import { signUpByMouse } from '../hands/sign-up.js'

/** How long the page is read before anything is done, in ms. */
const READING = 40_000

/** Only scrolls for forty seconds, down and up again, and then signs up. */
export const slowReader: Person = {
  name: 'slow-reader',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user94', keyboard: 'p2314', wheel: 'user15' },
  async act(hands, layout) {
    const until = Date.now() + READING
    for (let notches = 2; Date.now() < until; notches = 2 + (notches % 4)) {
      await hands.scroll(notches, 'down')
      await hands.rest(2500)
      await hands.scroll(notches, 'up')
      await hands.rest(1800)
    }
    await signUpByMouse(hands, layout)
  },
}
