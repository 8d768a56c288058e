import { seen, unsupported } from '../../shared/observation.js'
import { webdriverFlag } from './probe/webdriver-flag.js'
import type { Tell } from './tell.js'

/** The flag that automated browsers must raise (W3C WebDriver §4). */
export const webdriver: Tell = {
  id: 'tell.webdriver',
  observe() {
    const flag = webdriverFlag(globalThis as unknown as Window)
    return flag === undefined ? unsupported : seen(flag)
  },
}
