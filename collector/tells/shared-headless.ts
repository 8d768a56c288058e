import { seen, unsupported } from '../../shared/observation.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

/** The browser calls itself headless in a shared worker, where a false user agent does not reach. */
export const sharedHeadless: Tell = {
  id: 'tell.shared-headless',
  when: 'idle',
  async observe(page) {
    const facts = await sharedFacts(page)
    return facts ? seen(/Headless/.test(facts.userAgent)) : unsupported
  },
}
