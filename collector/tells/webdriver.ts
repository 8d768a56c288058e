import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The flag that automated browsers must raise (W3C WebDriver §4). */
export const webdriver: Tell = {
  id: 'tell.webdriver',
  observe: () => (typeof navigator.webdriver === 'boolean' ? seen(navigator.webdriver) : unsupported),
}
