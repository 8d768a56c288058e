import { seen, unsupported } from '../../shared/observation.js'
import { isTampered, navigatorGetters, pageNatives } from './probe/natives.js'
import { freshRealm } from './probe/realm.js'
import { stacksDenied } from './probe/stacks-denied.js'
import type { Tell } from './tell.js'

/**
 * How many natives are not native in a realm where the page never ran a script: Angular's zone.js, core-js and error trackers
 * wrap natives in their page, but only an injected script does so here, or keeps its errors from having stacks.
 */
export const frameNatives: Tell = {
  id: 'tell.frame-natives',
  when: 'idle',
  observe(page) {
    const realm = freshRealm(page)
    if (!realm) return unsupported
    const natives = [...navigatorGetters(realm), ...pageNatives(realm)]
    return seen(natives.filter((native) => native && isTampered(native, realm)).length + Number(stacksDenied(realm)))
  },
}
