import type { Person } from '../hands/person.js'
import { signUp } from '../support/driver.js'

/** Without the use of the hands: an eye tracker moves the pointer, the desktop clicks where it rests, and keys are on the screen. */
export const eyeTracker: Person = {
  name: 'eye-tracker',
  kind: 'person',
  expected: ['allow'],
  habits: { pointer: 'user44', keyboard: 'p36', wheel: 'user9' },
  async act(hands, layout) {
    for (let i = 0; i < 8; i++) await hands.look(layout.article)
    // The desktop's own way to scroll by gaze is a button on the screen that turns the wheel.
    if (layout.notches > 0) await hands.scroll(layout.notches, 'down')
    await hands.watch()
    await hands.look(layout.email, 'click')
    await hands.rest(800)
    await hands.spell(signUp.email)
    await hands.rest(900)
    await hands.look(layout.password, 'click')
    await hands.rest(800)
    await hands.spell(signUp.password)
    await hands.rest(900)
    await hands.look(layout.submit, 'click')
  },
}
