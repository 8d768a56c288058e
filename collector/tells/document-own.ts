import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** `createElement` stands on the document itself. Consent managers do that too. */
export const documentOwn: Tell = {
  id: 'tell.document-own',
  when: 'idle',
  observe: () => seen(Object.getOwnPropertyDescriptor(document, 'createElement') !== undefined),
}
