import { seen, unsupported } from '../../shared/observation.js'
import { engineOf } from './probe/claims.js'
import type { Tell } from './tell.js'

/** V8 prints a native function's source on one line, the others on three; a non-standard error class tells Gecko from WebKit. */
function running() {
  if (!Function.prototype.toString.call(Object).includes('\n')) return 'v8'
  return 'InternalError' in window ? 'gecko' : 'webkit'
}

/** The user agent names one engine, another one runs. */
export const engine: Tell = {
  id: 'tell.engine',
  observe() {
    const claimed = engineOf(navigator.userAgent)
    return claimed ? seen(claimed !== running()) : unsupported
  },
}
