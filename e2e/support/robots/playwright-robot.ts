import type { Robot } from './robot.js'

/** How a Playwright script enters text: `fill` sets a field at once, `keys` presses one key after the other. */
export type Typing = 'fill' | 'keys'

interface Part {
  first(): Part
  waitFor(options: { readonly state: 'attached'; readonly timeout: number }): Promise<void>
  getAttribute(name: string): Promise<string | null>
  fill(text: string): Promise<void>
  click(): Promise<void>
  pressSequentially(text: string, options: { readonly delay: number }): Promise<void>
}

/** What the page of Playwright and that of its forks have in common, as far as the robot needs it. */
interface ScriptedPage {
  goto(url: string, options: { readonly waitUntil: 'load' }): Promise<unknown>
  locator(selector: string): Part
  evaluate(expression: string): Promise<unknown>
  screenshot(options: { readonly type: 'jpeg'; readonly quality: number }): Promise<Uint8Array>
  readonly mouse: { move(x: number, y: number): Promise<void>; wheel(x: number, y: number): Promise<void> }
}

/**
 * What a Playwright script does with a page.
 * @param owner what is closed in the end: the browser, or the context that is all of it
 */
export function playwrightRobot(page: ScriptedPage, owner: { close(): Promise<void> }, typing: Typing): Robot {
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' })
    },
    async action(within) {
      const marked = page.locator('html[data-vouchsafe-action]')
      await marked.waitFor({ state: 'attached', timeout: within }).catch(() => undefined)
      return (await page.locator('html').getAttribute('data-vouchsafe-action')) ?? undefined
    },
    async scroll() {
      await page.mouse.move(300, 300)
      await page.mouse.wheel(0, 300)
    },
    async type(selector, text) {
      const field = page.locator(selector).first()
      if (typing === 'fill') return field.fill(text)
      await field.click()
      await field.pressSequentially(text, { delay: 40 })
    },
    click: (selector) => page.locator(selector).first().click(),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot({ type: 'jpeg', quality: 60 }),
    close: () => owner.close(),
  }
}
