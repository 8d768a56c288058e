import { seen } from '../../shared/observation.js'
import { hasFramesAbove, isNative } from './probe/natives.js'
import type { Tell } from './tell.js'

/** `Function.prototype.toString` calls itself native and is not: it lies about others as well. Angular's zone.js does so. */
export const functionProxy: Tell = {
  id: 'tell.function-proxy',
  when: 'idle',
  observe: () => seen(isNative(Function.prototype.toString, window) && hasFramesAbove(Function.prototype.toString, window)),
}
