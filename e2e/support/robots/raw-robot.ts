import type { CdpPage } from '../devtools/cdp-page.js'
import { pause, type Robot } from './robot.js'

/** Input by `Input.dispatch…` alone, as the shortest programs send it. @param pointerType what the protocol's mouse calls itself */
export function rawRobot(page: CdpPage, pointerType: 'mouse' | 'pen' = 'mouse'): Robot {
  const { send, open, action, evaluate, screenshot } = page
  const click = async (selector: string) => {
    await page.scrollTo(selector)
    const { x, y, width, height } = await page.box(selector)
    const at = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1, pointerType }
    await send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' })
    await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 })
    await pause(60)
    await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
  }
  return {
    open,
    action,
    evaluate,
    screenshot,
    scroll: async () => {
      await send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 300, y: 300, deltaX: 0, deltaY: 300 })
    },
    async type(selector, text) {
      await click(selector)
      for (const key of text) {
        await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
        await pause(40)
        await send('Input.dispatchKeyEvent', { type: 'keyUp', key })
        await pause(60)
      }
    },
    click,
    close: async () => undefined,
  }
}
