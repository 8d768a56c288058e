import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bot } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { onDisplay } from '../support/machine/chromium.js'
import { freePort } from '../support/machine/free-port.js'
import { gatePreferencesFile, hasPins } from '../support/machine/gate.js'
import { requireTool } from '../support/machine/tools.js'
import { type Marionette, openMarionette } from '../support/robots/marionette.js'
import { poll, type Robot, signUpBy } from '../support/robots/robot.js'

/** Firefox with a window, driven over Marionette: what Selenium and geckodriver do, without them. */
export const firefoxMarionette: Bot = {
  name: 'firefox-marionette',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const port = await freePort()
    writeFileSync(join(site.folder, 'user.js'), `user_pref('marionette.port', ${port});\n${gatePreferencesFile()}`)
    const args = ['--marionette', '--no-remote', '--profile', site.folder, 'about:blank']
    const browser = startChild(requireTool('firefox-esr'), args, { env: onDisplay(site.display) })
    try {
      const marionette = await openMarionette(port)
      await marionette.send('WebDriver:NewSession', { pageLoadStrategy: 'normal', acceptInsecureCerts: hasPins() })
      return await signUpBy(marionetteRobot(marionette), site)
    } finally {
      await browser.stop()
    }
  },
}

function marionetteRobot({ send, find, close }: Marionette): Robot {
  const action = async () =>
    ((await send('WebDriver:GetElementAttribute', { id: await find('html'), name: 'data-vouchsafe-action' })) as string) ?? undefined
  const wheel = { type: 'scroll', x: 300, y: 300, deltaX: 0, deltaY: 300, duration: 0 }
  return {
    open: async (url) => {
      await send('WebDriver:Navigate', { url })
    },
    action: (within) => poll(action, within),
    scroll: async () => {
      await send('WebDriver:PerformActions', { actions: [{ type: 'wheel', id: 'wheel', actions: [wheel] }] })
    },
    type: async (selector, text) => {
      await send('WebDriver:ElementSendKeys', { id: await find(selector), text })
    },
    click: async (selector) => {
      await send('WebDriver:ElementClick', { id: await find(selector) })
    },
    evaluate: (expression) => send('WebDriver:ExecuteScript', { script: `return ${expression}`, args: [] }),
    screenshot: async () => Buffer.from(String(await send('WebDriver:TakeScreenshot', { full: false })), 'base64'),
    close: async () => close(),
  }
}
