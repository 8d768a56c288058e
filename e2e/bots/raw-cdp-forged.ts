import { withCdpPage } from '../support/devtools/cdp-page.js'
import type { Bot } from '../support/driver.js'
import { rawRobot } from '../support/robots/raw-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Runs before every script of the page: what the protocol's input lacks of a hand's, events say all the same. */
const FORGERY = `
const say = (type, name, value) => Object.defineProperty(type.prototype, name, { get: () => value })
say(PointerEvent, 'pressure', 0.5)
say(KeyboardEvent, 'shiftKey', true)
const { getCoalescedEvents } = PointerEvent.prototype
PointerEvent.prototype.getCoalescedEvents = function () { return Array(4).fill(getCoalescedEvents.call(this)[0]) }
`

/** The bare DevTools protocol, and a script in the page that makes up what its events lack. */
export const rawCdpForged: Bot = {
  name: 'raw-cdp-forged',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) =>
    withCdpPage(site, async (page) => {
      await page.send('Page.enable')
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: FORGERY })
      return signUpBy(rawRobot(page), site)
    }),
}
