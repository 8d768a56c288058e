import { seen, unsupported } from '../../shared/observation.js'
import { isTwoFaced } from './probe/is-two-faced.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

/** A shared worker, to which drivers do not attach, names another browser or other languages than the page. */
export const sharedWorker: Tell = {
  id: 'tell.shared-worker',
  when: 'idle',
  async observe(page) {
    const facts = await sharedFacts(page)
    if (!facts?.languages || isTwoFaced()) return unsupported
    return seen(facts.userAgent !== navigator.userAgent || facts.languages !== navigator.languages.join())
  },
}
