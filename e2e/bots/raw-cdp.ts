import { withCdpPage } from '../support/devtools/cdp-page.js'
import type { Bot } from '../support/driver.js'
import { rawRobot } from '../support/robots/raw-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** The bare DevTools protocol in a window: no `Runtime.enable`, no script in the page, input by `Input.dispatch…` alone. */
export const rawCdp: Bot = {
  name: 'raw-cdp',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) => withCdpPage(site, (page) => signUpBy(rawRobot(page), site)),
}
