import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** The flag itself is gone: every Chromium with client hints has it, up or down. */
export const webdriverMissing: Tell = {
  id: 'tell.webdriver-missing',
  observe: () => (clientHints() ? seen(typeof navigator.webdriver !== 'boolean') : unsupported),
}
