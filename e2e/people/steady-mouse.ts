import type { Person } from '../hands/person.js'
import { readDown } from '../hands/reading.js'
import { signUp } from '../support/driver.js'

/** An ordinary mouse and an ordinary typist, who goes from the e-mail to the password by Tab. */
export const steadyMouse: Person = {
  name: 'steady-mouse',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user100', keyboard: 'p6202', wheel: 'user16' },
  async act(hands, layout) {
    await readDown(hands, layout)
    await hands.click(layout.email)
    await hands.rest(600)
    await hands.type(signUp.email)
    await hands.rest(500)
    for (let i = 0; i < layout.tabs.password; i++) await hands.press('Tab')
    await hands.rest(500)
    await hands.type(signUp.password)
    await hands.rest(800)
    await hands.click(layout.submit)
  },
}
