import { type CdpPage, withCdpPage } from '../support/devtools/cdp-page.js'
import type { Bot } from '../support/driver.js'
import { pause, type Robot, signUpBy } from '../support/robots/robot.js'

/** The bare DevTools protocol with the fingers of a touch screen that is emulated, which holds them as long as hands do. */
export const rawCdpTouch: Bot = {
  name: 'raw-cdp-touch',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) =>
    withCdpPage(site, async (page) => {
      await page.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
      return signUpBy(touchRobot(page), site)
    }),
}

/** How long a finger rests on the glass, in ms. */
const HELD = 80

function touchRobot(page: CdpPage): Robot {
  const { send, open, action, evaluate, screenshot } = page
  const touch = (type: string, ...touchPoints: { x: number; y: number }[]) => send('Input.dispatchTouchEvent', { type, touchPoints })
  const click = async (selector: string) => {
    await page.scrollTo(selector)
    const { x, y, width, height } = await page.box(selector)
    await touch('touchStart', { x: x + width / 2, y: y + height / 2 })
    await pause(HELD)
    await touch('touchEnd')
  }
  return {
    open,
    action,
    evaluate,
    screenshot,
    async scroll() {
      await touch('touchStart', { x: 400, y: 600 })
      for (let y = 580; y >= 300; y -= 20) {
        await touch('touchMove', { x: 400, y })
        await pause(16)
      }
      await touch('touchEnd')
    },
    async type(selector, text) {
      await click(selector)
      await send('Input.insertText', { text })
    },
    click,
    close: async () => undefined,
  }
}
