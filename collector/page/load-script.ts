import type { Ms } from '../../shared/units.js'
import type { Settings } from '../options.js'
import { trustedUrl } from './trusted-url.js'

const LOAD_LIMIT: Ms = 8000

/**
 * Loads one of our own scripts from the attest-server, the very file that this build was made with, unless the page has it already.
 *
 * @param file its name on the attest-server
 * @param name of the global that it sets
 * @param integrity as `build.ts` has it
 * @returns the global; rejects when the script does not come in time
 */
export function loadScript<T>(
  { endpoint, nonce }: Pick<Settings, 'endpoint' | 'nonce'>,
  file: string,
  name: string,
  integrity: string,
  limit: Ms = LOAD_LIMIT,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = () => {
      // The window's own: an element with that id shows up under the name too, but as its prototype's.
      const given: T | undefined = Object.getOwnPropertyDescriptor(window, name)?.value
      if (given) resolve(given)
      return given
    }
    if (give()) return
    const script = document.createElement('script')
    const end = () => give() || reject()
    script.crossOrigin = 'anonymous'
    // In unit tests the placeholder stands here: no integrity value, and passed over as such.
    script.integrity = integrity
    if (nonce) script.nonce = nonce
    script.onload = script.onerror = end
    script.src = trustedUrl(`${endpoint}/${file}`)
    setTimeout(end, limit)
    // Nothing in the head is shown: the browser need not look whether the page looks different now.
    ;(document.head ?? document.documentElement).appendChild(script)
  })
}
