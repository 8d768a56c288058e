import type { Person } from '../hands/person.js'
import { readDown } from '../hands/reading.js'
import { signUp } from '../support/driver.js'

/** Fetches the password from elsewhere (here: from the address bar of another tab) and pastes it. */
export const pastedPassword: Person = {
  name: 'pasted-password',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user85', keyboard: 'p3871', wheel: 'user29' },
  async act(hands, layout) {
    await readDown(hands, layout)
    await hands.click(layout.email)
    await hands.rest(500)
    await hands.type(signUp.email)
    await hands.rest(700)
    await hands.press('t', ['Control_L'])
    await hands.rest(1200)
    await hands.press('l', ['Control_L'])
    await hands.rest(300)
    await hands.type(signUp.password)
    await hands.rest(400)
    await hands.press('a', ['Control_L'])
    await hands.rest(200)
    await hands.press('c', ['Control_L'])
    await hands.rest(300)
    await hands.press('w', ['Control_L'])
    await hands.rest(1000)
    await hands.click(layout.password)
    await hands.rest(400)
    await hands.press('v', ['Control_L'])
    await hands.rest(800)
    await hands.click(layout.submit)
  },
}
