import { seen } from '../../shared/observation.js'
import { isNative } from './probe/natives.js'
import type { Tell } from './tell.js'

/** The page's console is wrapped, as by every error tracker: no sign of a bot, it only says how other tells came to their answers. */
export const consoleWrapped: Tell = {
  id: 'tell.console-wrapped',
  when: 'idle',
  observe: () => seen(!isNative(console.debug, window)),
}
