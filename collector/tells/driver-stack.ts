import { seen } from '../../shared/observation.js'
import { watchDriverCalls } from './probe/driver-calls.js'
import type { Tell } from './tell.js'

/** A driver's own script moved the focus, clicked or filled in: it stood in the stack when the event came. */
export const driverStack: Tell = {
  id: 'tell.driver-stack',
  live: true,
  observe: (page) => seen(page.watch(watchDriverCalls)()),
}
