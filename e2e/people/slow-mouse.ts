import type { Person } from '../hands/person.js'
import { readDown } from '../hands/reading.js'
import { signUp } from '../support/driver.js'

/** Slow with the mouse, and types without overlapping keys; reads longer, and points at what is read. */
export const slowMouse: Person = {
  name: 'slow-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user55', keyboard: 'p1399', wheel: 'user15' },
  async act(hands, layout) {
    await hands.glide(layout.article)
    await hands.rest(1500)
    await hands.glide(layout.article)
    await readDown(hands, layout)
    await hands.click(layout.email)
    await hands.rest(900)
    await hands.type(signUp.email)
    await hands.rest(800)
    await hands.click(layout.password)
    await hands.rest(900)
    await hands.type(signUp.password)
    await hands.rest(1200)
    await hands.click(layout.submit)
  },
}
