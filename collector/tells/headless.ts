import { seen } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

/** The browser calls itself headless, in any realm. */
export const headless: Tell = {
  id: 'tell.headless',
  async observe(page) {
    const names = [navigator.userAgent, freshRealm(page)?.navigator.userAgent, (await page.worker)?.userAgent]
    for (const { brand } of clientHints()?.brands ?? []) names.push(brand)
    return seen(/Headless/.test(names.join()))
  },
}
