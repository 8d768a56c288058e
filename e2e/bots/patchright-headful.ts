import { chromium } from 'patchright-core'
import type { Bot } from '../support/driver.js'
import { inWindow, sandboxFlags } from '../support/machine/chromium.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Patchright as its authors advise: a window, a profile of its own, and no viewport that is not the window’s. */
export const patchrightHeadful: Bot = {
  name: 'patchright-headful',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const window = inWindow('chromium', site.display)
    const context = await chromium.launchPersistentContext(site.folder, { ...window, args: sandboxFlags(), viewport: null })
    const page = context.pages()[0] ?? (await context.newPage())
    return signUpBy(playwrightRobot(page, context, 'keys'), site)
  },
}
