import type { Ms } from '../shared/units.js'
import { ENFORCE_INTEGRITY } from './build.js'
import type { VouchsafeEnforce } from './enforce/enforce.js'
import type { Settings } from './options.js'
import { trustedUrl } from './page/trusted-url.js'

const LOAD_LIMIT: Ms = 8000

type Page = Window & { vouchsafeEnforce?: VouchsafeEnforce }

/**
 * Loads the challenge and block screens: only when there is one to show, only the very file that this build was made with.
 * @returns undefined when they do not come: the page goes on
 */
export function loadEnforce({ endpoint, nonce }: Settings): Promise<VouchsafeEnforce | undefined> {
  return new Promise((resolve) => {
    const give = () => resolve((window as Page).vouchsafeEnforce)
    if ((window as Page).vouchsafeEnforce) {
      give()
      return
    }
    const script = document.createElement('script')
    script.crossOrigin = 'anonymous'
    // The placeholder stands where nothing was built: unit tests.
    if (ENFORCE_INTEGRITY.startsWith('sha')) script.integrity = ENFORCE_INTEGRITY
    if (nonce) script.nonce = nonce
    script.onload = script.onerror = give
    script.src = trustedUrl(`${endpoint}/enforce.js`)
    setTimeout(give, LOAD_LIMIT)
    document.documentElement.appendChild(script)
  })
}
