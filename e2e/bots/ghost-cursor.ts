import { createCursor } from 'ghost-cursor'
import { type Browser, launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { inWindow, quietFlags } from '../support/machine/chromium.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { parts, type Robot, signUpBy } from '../support/robots/robot.js'

/** Puppeteer in a window without the automation flag, whose pointer ghost-cursor leads along Bézier curves. */
export const ghostCursor: Bot = {
  name: 'ghost-cursor',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const args = [...quietFlags(site.folder), '--disable-blink-features=AutomationControlled']
    const window = { ...inWindow('chromium', site.display), defaultViewport: null }
    const browser = await launch({ ...window, args, ignoreDefaultArgs: ['--enable-automation'] })
    return signUpBy(await cursorRobot(browser), site)
  },
}

async function cursorRobot(browser: Browser): Promise<Robot> {
  const robot = await puppeteerRobot(browser)
  const page = (await browser.pages()).at(-1)!
  const cursor = createCursor(page)
  const click = async (selector: string) => {
    await cursor.click(selector, { hesitate: 120, waitForClick: 70, moveDelay: 400 })
  }
  return {
    ...robot,
    async scroll() {
      await cursor.moveTo({ x: 420, y: 360 })
      // Of its own accord ghost-cursor does not scroll here: it takes the body's height for the window's.
      const form = await (await page.$(parts.email))?.boundingBox()
      await cursor.scroll({ y: (form?.y ?? 0) - 300 }, { scrollSpeed: 60, scrollDelay: 800 })
    },
    async type(selector, text) {
      await click(selector)
      await page.keyboard.type(text, { delay: 90 })
    },
    click,
  }
}
