import { seen } from '../../shared/observation.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

/** How many are off of what people switch off for their privacy: plug-ins, WebGL. Not evidence, but what other evidence may depend on. */
export const featuresOff: Tell = {
  id: 'tell.features-off',
  when: 'idle',
  async observe(page) {
    const graphics = (await sharedFacts(page))?.graphics
    return seen(Number(!navigator.plugins.length) + Number(graphics === ''))
  },
}
