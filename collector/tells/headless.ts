import { seen } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

const HEADLESS = /Headless/

/** The browser calls itself headless, in any realm. Does not wait for the worker where the page says so already. */
export const headless: Tell = {
  id: 'tell.headless',
  async observe(page) {
    const names = [navigator.userAgent]
    for (const { brand } of clientHints()?.brands ?? []) names.push(brand)
    return seen(HEADLESS.test(names.join()) || HEADLESS.test((await page.worker)?.userAgent ?? ''))
  },
}
