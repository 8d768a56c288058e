import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** How many of its identifying properties stand on `navigator` itself: they belong to the prototype. Polyfills add others. */
export const navigatorOwn: Tell = {
  id: 'tell.navigator-own',
  when: 'idle',
  observe: () =>
    seen(
      Object.getOwnPropertyNames(navigator).filter((name) =>
        /^(webdriver|userAgent(Data)?|platform|languages?|vendor|plugins|hardwareConcurrency|deviceMemory)$/.test(name),
      ).length,
    ),
}
