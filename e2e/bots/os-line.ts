import { signUpByXdotool } from '../support/desk/os-bot.js'
import type { Bot } from '../support/driver.js'
import { line } from '../support/gaits/line.js'

/** xdotool that draws its pointer in straight lines of even steps. */
export const osLine: Bot = {
  name: 'os-line',
  kind: 'bot',
  hook: 'desk',
  expected: ['challenge', 'block'],
  run: (site) => signUpByXdotool(site, () => line),
}
