import { seen, unsupported } from '../../shared/observation.js'
import { visitConsole } from './probe/console-visit.js'
import type { Tell } from './tell.js'

/** Someone listens to the console: a driver by the DevTools protocol, or a person with developer tools open. */
export const runtimeEnabled: Tell = {
  id: 'tell.runtime-enabled',
  observe(page) {
    const { formatted } = visitConsole(page)
    return formatted === undefined ? unsupported : seen(formatted)
  },
}
