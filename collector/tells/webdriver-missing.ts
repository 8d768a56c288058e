import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

function isThere(): boolean {
  try {
    return typeof navigator.webdriver === 'boolean'
  } catch {
    return false
  }
}

/** The flag itself is gone, or throws: every Chromium with client hints has it, up or down. */
export const webdriverMissing: Tell = {
  id: 'tell.webdriver-missing',
  observe: () => (clientHints() ? seen(!isThere()) : unsupported),
}
