import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

const identity = /^(webdriver|userAgent|platform|languages?|vendor|plugins|hardwareConcurrency|deviceMemory|userAgentData)$/

/** How many properties that belong to the prototype stand on `navigator` itself. Polyfills add others; those do not count. */
export const navigatorOwn: Tell = {
  id: 'tell.navigator-own',
  observe: () => seen(Object.getOwnPropertyNames(navigator).filter((name) => identity.test(name)).length),
}
