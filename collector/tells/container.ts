import { seen } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** How much looks like a container: universal time, few processors, nothing but the screen, American English. Many people's machines do, too. */
export const container: Tell = {
  id: 'tell.container',
  when: 'idle',
  observe: () =>
    seen(
      [
        !new Date(0).getTimezoneOffset(),
        navigator.hardwareConcurrency <= 2,
        screen.availHeight === screen.height,
        navigator.language === 'en-US',
        !navigator.maxTouchPoints,
      ].filter(Boolean).length,
    ),
}
