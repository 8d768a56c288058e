import { seen } from '../../shared/observation.js'
import { globalsOf } from './probe/globals.js'
import type { Tell } from './tell.js'

/** chromedriver keeps copies of natives under `cdc_<22 characters>_Array` and the like (chrome/test/chromedriver/js/call_function.js). */
export const chromedriverGlobals: Tell = {
  id: 'tell.chromedriver-globals',
  observe: (page) => seen(globalsOf(page).some((name) => /^cdc_[a-z0-9]{22}_/i.test(name))),
}
