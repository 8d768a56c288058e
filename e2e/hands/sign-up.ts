import { signUp } from '../support/driver.js'
import type { Hands } from './hands.js'
import { readDown } from './reading.js'
import type { Layout } from './rehearsal.js'

/** Reads down to the form, fills it in field by field with the pointer, and presses the button. */
export async function signUpByMouse(hands: Hands, layout: Layout): Promise<void> {
  await readDown(hands, layout)
  await hands.click(layout.email)
  await hands.rest(400)
  await hands.type(signUp.email)
  await hands.rest(450)
  await hands.click(layout.password)
  await hands.rest(500)
  await hands.type(signUp.password)
  await hands.rest(700)
  await hands.click(layout.submit)
}

/** Never touches a pointer: pages down, goes from field to field by Tab, and sends with Enter. */
export async function signUpByKeyboard(hands: Hands, layout: Layout): Promise<void> {
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
}
