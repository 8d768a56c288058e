import { seen } from '../../shared/observation.js'
import { hasFramesAbove, isNative } from './probe/natives.js'
import { stacksDenied } from './probe/stacks-denied.js'
import type { Tell } from './tell.js'

/**
 * `Function.prototype.toString` calls itself native and is not: it lies about others as well. Angular's zone.js does so. Or errors are
 * kept from having stacks, which would show it.
 */
export const functionProxy: Tell = {
  id: 'tell.function-proxy',
  when: 'idle',
  observe() {
    const printer = Function.prototype.toString
    return seen(stacksDenied(window) || (isNative(printer, window) && hasFramesAbove(printer, window)))
  },
}
