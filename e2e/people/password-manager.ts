import type { Person } from '../hands/person.js'
import { readDown } from '../hands/reading.js'

/** Has the form filled in by a password manager's shortcut, and presses the button. */
export const passwordManager: Person = {
  name: 'password-manager',
  kind: 'person',
  expected: ['allow'],
  browser: { engine: 'chromium', extensions: ['password-filler'] },
  habits: { pointer: 'user118', keyboard: 'p3170', wheel: 'user16' },
  async act(hands, layout) {
    await readDown(hands, layout)
    await hands.glide(layout.email)
    await hands.rest(800)
    await hands.press('y', ['Control_L', 'Shift_L'])
    await hands.rest(1500)
    await hands.click(layout.submit)
  },
}
