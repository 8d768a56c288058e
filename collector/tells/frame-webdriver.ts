import { seen, unsupported } from '../../shared/observation.js'
import { freshRealm } from './probe/realm.js'
import { webdriverFlag } from './probe/webdriver-flag.js'
import type { Tell } from './tell.js'

/** The same flag in a fresh realm, for scripts that lower it in the page only. */
export const frameWebdriver: Tell = {
  id: 'tell.frame-webdriver',
  when: 'idle',
  observe(page) {
    const realm = freshRealm(page)
    const flag = realm && webdriverFlag(realm)
    return flag === undefined ? unsupported : seen(flag)
  },
}
