import { type CdpPage, withCdpPage } from '../support/devtools/cdp-page.js'
import type { Bot } from '../support/driver.js'
import { pause, type Robot, signUpBy } from '../support/robots/robot.js'

/**
 * The pattern of language-model agents on the DevTools protocol: look at the page, think for seconds without a motion, then act at once
 * on the middle of what was named; text goes in whole.
 */
export const aiAgent: Bot = {
  name: 'ai-agent',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) => withCdpPage(site, (page) => signUpBy(agentRobot(page), site)),
}

function agentRobot(page: CdpPage): Robot {
  const { send, open, action, evaluate, screenshot } = page
  /** A screenshot and the accessibility tree go to the model, which takes its time. */
  const think = async () => {
    await send('Page.captureScreenshot', { format: 'jpeg', quality: 60 })
    await send('Accessibility.getFullAXTree')
    await pause(2000 + 6000 * Math.random())
  }
  const click = async (selector: string) => {
    await think()
    await page.scrollTo(selector)
    const { x, y, width, height } = await page.box(selector)
    const at = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 }
    await send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' })
    await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 })
    await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
  }
  return {
    open,
    action,
    evaluate,
    screenshot,
    async scroll() {
      await think()
      await send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 400, y: 400, deltaX: 0, deltaY: 720 })
    },
    async type(selector, text) {
      await click(selector)
      await think()
      await send('Input.insertText', { text })
    },
    click,
    close: async () => undefined,
  }
}
