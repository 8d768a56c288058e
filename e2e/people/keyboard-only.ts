import type { Person } from '../hands/person.js'
import { signUp } from '../support/driver.js'

/** Never touches a pointer: pages down, goes from field to field by Tab, and sends with Enter. */
export const keyboardOnly: Person = {
  name: 'keyboard-only',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user44', keyboard: 'p2227', wheel: 'user9' },
  async act(hands, layout) {
    for (let i = 0; i < 3; i++) {
      await hands.press('Next')
      await hands.rest(1300)
    }
    for (let i = 0; i < layout.tabs.email; i++) {
      await hands.press('Tab')
      await hands.rest(180)
    }
    await hands.rest(500)
    await hands.type(signUp.email)
    await hands.rest(400)
    for (let i = 0; i < layout.tabs.password; i++) await hands.press('Tab')
    await hands.rest(500)
    await hands.type(signUp.password)
    await hands.rest(600)
    await hands.press('Return')
  },
}
