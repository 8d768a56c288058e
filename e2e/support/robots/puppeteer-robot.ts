import type { Robot } from './robot.js'

/** What the browser of Puppeteer and that of its forks have in common, as far as the robot needs it. */
interface ScriptedBrowser {
  newPage(): Promise<ScriptedPage>
  close(): Promise<void>
}

interface ScriptedPage {
  goto(url: string, options: { readonly waitUntil: 'load' }): Promise<unknown>
  waitForSelector(selector: string, options: { readonly timeout: number }): Promise<unknown>
  evaluate(read: (() => string | undefined) | string): Promise<unknown>
  screenshot(options: { readonly type: 'jpeg'; readonly quality: number }): Promise<Uint8Array>
  click(selector: string): Promise<void>
  type(selector: string, text: string, options: { readonly delay: number }): Promise<void>
  readonly mouse: { move(x: number, y: number): Promise<void>; wheel(options: { readonly deltaY: number }): Promise<void> }
}

/** What a Puppeteer script does in a new tab. */
export async function puppeteerRobot(browser: ScriptedBrowser): Promise<Robot> {
  const page = await browser.newPage()
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' })
    },
    async action(within) {
      await page.waitForSelector('html[data-vouchsafe-action]', { timeout: within }).catch(() => null)
      const action = await page.evaluate(() => document.documentElement.dataset.vouchsafeAction)
      return action ? String(action) : undefined
    },
    async scroll() {
      await page.mouse.move(300, 300)
      await page.mouse.wheel({ deltaY: 300 })
    },
    async type(selector, text) {
      await page.click(selector)
      await page.type(selector, text, { delay: 40 })
    },
    click: (selector) => page.click(selector),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot({ type: 'jpeg', quality: 60 }),
    close: () => browser.close(),
  }
}
