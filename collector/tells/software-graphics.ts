import { seen, unsupported } from '../../shared/observation.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

/** Chromium draws without a graphics card. Virtual machines and blocked drivers do the same. */
export const softwareGraphics: Tell = {
  id: 'tell.software-graphics',
  when: 'idle',
  async observe(page) {
    const graphics = (await sharedFacts(page))?.graphics
    return graphics ? seen(/SwiftShader/.test(graphics)) : unsupported
  },
}
