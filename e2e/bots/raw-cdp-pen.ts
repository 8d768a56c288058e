import { withCdpPage } from '../support/devtools/cdp-page.js'
import type { Bot } from '../support/driver.js'
import { rawRobot } from '../support/robots/raw-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** The bare DevTools protocol, whose mouse says that it is a pen: pens jump, and press no keys. */
export const rawCdpPen: Bot = {
  name: 'raw-cdp-pen',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) =>
    withCdpPage(site, (page) => {
      const robot = rawRobot(page, 'pen')
      const type = async (field: string, text: string) => {
        await robot.click(field)
        await page.send('Input.insertText', { text })
      }
      return signUpBy({ ...robot, type }, site)
    }),
}
