import { signUpByXdotool } from '../support/desk/os-bot.js'
import type { Bot } from '../support/driver.js'
import { bezier } from '../support/gaits/bezier.js'

/** xdotool with everything that programs do to pass for a hand. */
export const osBezier: Bot = {
  name: 'os-bezier',
  kind: 'bot',
  hook: 'desk',
  expected: ['challenge', 'block'],
  run: (site) => signUpByXdotool(site, bezier),
}
