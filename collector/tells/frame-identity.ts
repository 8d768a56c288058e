import { seen, unsupported } from '../../shared/observation.js'
import { isTwoFaced } from './probe/is-two-faced.js'
import { freshRealm } from './probe/realm.js'
import type { Tell } from './tell.js'

const identity = ({ userAgent, platform, languages, vendor }: Navigator) => [userAgent, platform, languages, vendor].join()

/** The page and a fresh realm disagree about who the browser is. */
export const frameIdentity: Tell = {
  id: 'tell.frame-identity',
  when: 'idle',
  observe(page) {
    const realm = isTwoFaced() ? undefined : freshRealm(page)
    return realm ? seen(identity(realm.navigator) !== identity(navigator)) : unsupported
  },
}
