import type { Hands } from '../hands/hands.js'
import type { Person } from '../hands/person.js'
import type { Layout } from '../hands/rehearsal.js'
import { signUp } from '../support/driver.js'

/** A convertible laptop: swipes down the page and taps fields and button with a finger, and types on its keyboard. */
export const touchScreen: Person = {
  name: 'touch-screen',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user107', keyboard: 'p4402', wheel: 'user16', touch: 'p636431df7a' },
  async act(hands, layout) {
    await swipeToEnd(hands, layout)
    await hands.tap(layout.end.email)
    await hands.rest(700)
    await hands.type(signUp.email)
    await hands.rest(600)
    await hands.tap(layout.end.password)
    await hands.rest(700)
    await hands.type(signUp.password)
    await hands.rest(800)
    await hands.tap(layout.end.submit)
  },
}

/** One swipe moves the page by some three notches at least; at the end it is pushed a few times more. */
async function swipeToEnd(hands: Hands, { article, notches }: Layout): Promise<void> {
  for (let left = notches + 10; left > 0; left -= 3) {
    await hands.swipeUp(article)
    await hands.rest(1300)
  }
  await hands.watch()
}
