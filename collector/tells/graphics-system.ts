import { seen, unsupported } from '../../shared/observation.js'
import { type System, systemOf } from './probe/claims.js'
import { sharedFacts } from './probe/shared-facts.js'
import type { Tell } from './tell.js'

/** Drivers of the graphics card that exist on one system only. Not Apple's cards, on which Linux runs as well. */
const only: readonly (readonly [driver: RegExp, systems: RegExp])[] = [
  [/Direct3D/, /windows/],
  [/Metal|OpenGL Engine/, /mac|ios/],
  [/Mesa|llvmpipe/, /linux|android/],
]

const contradicts = (graphics: string, system: System): boolean =>
  only.some(([driver, systems]) => driver.test(graphics) && !systems.test(system))

/** The graphics driver is one of another system than the user agent names. */
export const graphicsSystem: Tell = {
  id: 'tell.graphics-system',
  when: 'idle',
  async observe(page) {
    const graphics = (await sharedFacts(page))?.graphics
    const system = systemOf(navigator.userAgent)
    return graphics && system ? seen(contradicts(graphics, system)) : unsupported
  },
}
