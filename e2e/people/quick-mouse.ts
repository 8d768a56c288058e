import type { Person } from '../hands/person.js'
import { readDown } from '../hands/reading.js'
import { signUp } from '../support/driver.js'

/** Quick with the mouse (125 Hz) and on the keys. */
export const quickMouse: Person = {
  name: 'quick-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user74', keyboard: 'p3805', wheel: 'user9' },
  async act(hands, layout) {
    await readDown(hands, layout)
    await hands.click(layout.email)
    await hands.rest(350)
    await hands.type(signUp.email)
    await hands.rest(400)
    await hands.click(layout.password)
    await hands.rest(500)
    await hands.type(signUp.password)
    await hands.rest(700)
    await hands.click(layout.submit)
  },
}
