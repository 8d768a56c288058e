import type { Person } from '../hands/person.js'
import { signUp } from '../support/driver.js'

/** A laptop: scrolls smoothly with two fingers, and mostly taps to click. */
export const trackpad: Person = {
  name: 'trackpad',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user31', keyboard: 'p4408', wheel: 'user29', trackpad: true },
  async act(hands, { article, notches, end }) {
    await hands.glide(article)
    // A notch is some 50 px; at the end of the page it is pushed on a little.
    for (let left = 60 * notches + 1500; left > 0; left -= 350) {
      await hands.slide(350)
      await hands.rest(350)
    }
    await hands.watch()
    await hands.click(end.email)
    await hands.rest(500)
    await hands.type(signUp.email)
    await hands.rest(500)
    await hands.click(end.password)
    await hands.rest(500)
    await hands.type(signUp.password)
    await hands.rest(700)
    await hands.click(end.submit)
  },
}
