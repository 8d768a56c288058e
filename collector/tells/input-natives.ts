import { seen } from '../../shared/observation.js'
import { isTampered, measuredNatives } from './probe/natives.js'
import type { Tell } from './tell.js'

/**
 * How much of what events say of a hand (pressure, samples, places, times, keys) is said by a script in the browser's place: behaviour
 * can be made up so. What extensions and sites wrap for reasons of their own is not looked at: `preventDefault`, `keyCode`, listeners.
 */
export const inputNatives: Tell = {
  id: 'tell.input-natives',
  when: 'idle',
  observe: () => seen(measuredNatives(window).filter((native) => native !== undefined && isTampered(native, window)).length),
}
