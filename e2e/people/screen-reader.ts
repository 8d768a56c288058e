import type { Person } from '../hands/person.js'
import { signUp } from '../support/driver.js'

/** Blind: has the page read out, jumps from field to field and presses the button through the accessibility bus, and types. */
export const screenReader: Person = {
  name: 'screen-reader',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', flags: ['--force-renderer-accessibility'] },
  screenReader: true,
  habits: { pointer: 'user44', keyboard: 'p36', wheel: 'user9' },
  async act(hands) {
    await hands.rest(4000)
    await hands.focus({ role: 'entry', name: 'e-mail' })
    await hands.rest(1500)
    await hands.type(signUp.email)
    await hands.rest(900)
    await hands.focus({ role: 'password text', name: 'password' })
    await hands.rest(1500)
    await hands.type(signUp.password)
    await hands.rest(900)
    await hands.activate({ role: 'push button', name: 'next letter' })
  },
}
