import { seen, unsupported } from '../../shared/observation.js'
import { after } from '../page/after.js'
import { openFocusChannel } from './probe/focus-channel.js'
import { isPlainDesktop } from './probe/is-plain-desktop.js'
import type { Tell } from './tell.js'

const ROUNDS = 3
/** Longer than a person needs from one window to the next, and than the other page needs to answer. */
const ROUND = 200

/**
 * Two pages of the site have the focus at once: drivers say so to every page. So does the developer tools' "emulate a focused page",
 * and phones may show two pages side by side. Asked again each time: the other page may come later.
 */
export const focusTwice: Tell = {
  id: 'tell.focus-twice',
  when: 'idle',
  live: true,
  async observe(page) {
    const channel = isPlainDesktop() ? page.watch(openFocusChannel) : undefined
    if (!channel) return unsupported
    for (let i = 0; i < ROUNDS; i++) {
      channel.ask()
      await after(ROUND)
      if (!channel.answered() || !channel.hasFocus()) return seen(false)
    }
    return seen(true)
  },
}
