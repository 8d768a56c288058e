import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The user agent says openly that it is a program. A make of phones is called Cubot. */
export const declared: Tell = {
  id: 'tell.declared',
  observe: () => seen(/(^|[^u])bot\b|crawl|spider|jsdom|happydom|phantomjs|lighthouse/i.test(navigator.userAgent)),
}
