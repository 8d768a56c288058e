import { seen, unsupported } from '../../shared/observation.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

const base = (tag: string) => tag.split('-')[0]

/** The browser writes dates in a language that the user does not list. People can arrange that. */
export const locale: Tell = {
  id: 'tell.locale',
  when: 'idle',
  async observe(page) {
    const facts = await sharedFacts(page)
    // "C" is what systems without a language say.
    if (!facts?.locale || !/^\w\w/.test(navigator.language)) return unsupported
    return seen(!navigator.languages.some((language) => base(language) === base(facts.locale)))
  },
}
