import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** `language` is not the first of `languages`, as it must be (HTML §8.9.1.3). */
export const languageOrder: Tell = {
  id: 'tell.language-order',
  observe: () => (navigator.languages ? seen(navigator.language !== navigator.languages[0]) : unsupported),
}
