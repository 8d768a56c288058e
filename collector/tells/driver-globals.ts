import { seen } from '../../shared/observation.js'
import { globalsOf } from './probe/globals.js'
import type { Tell } from './tell.js'

/**
 * How many globals have names that automation tools leave behind. Any script may use one such name (a wallet is called `phantom`), so a
 * single one proves nothing.
 */
export const driverGlobals: Tell = {
  id: 'tell.driver-globals',
  observe: (page) =>
    seen(
      globalsOf(page).filter((name) =>
        /^_?_(pwInit|playwright_|puppeteer_|(web|fx)?driver_|selenium|nightmare|phantom|WEBDRIVER)|^call(Phantom|Selenium)$|^domAutomation/.test(
          name,
        ),
      ).length,
    ),
}
