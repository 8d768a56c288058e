import { seen } from '../../shared/observation.js'
import { isTampered, navigatorGetters } from './probe/natives.js'
import type { Tell } from './tell.js'

/** How many of the navigator's getters were replaced in the page. */
export const navigatorNatives: Tell = {
  id: 'tell.navigator-natives',
  when: 'idle',
  observe: () => seen(navigatorGetters(window).filter((native) => native && isTampered(native, window)).length),
}
