import { signUpByXdotool } from '../support/desk/os-bot.js'
import type { Bot } from '../support/driver.js'
import { teleport } from '../support/gaits/teleport.js'

/** xdotool as its manual shows it: the pointer jumps, clicks and keys take next to no time. */
export const osTeleport: Bot = {
  name: 'os-teleport',
  kind: 'bot',
  hook: 'desk',
  expected: ['challenge', 'block'],
  run: (site) => signUpByXdotool(site, () => teleport),
}
