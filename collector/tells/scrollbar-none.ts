import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import type { Tell } from './tell.js'

/** Scroll bars take no room, as headless mode has it. So do the overlay scroll bars of newer Windows. */
export const scrollbarNone: Tell = {
  id: 'tell.scrollbar-none',
  when: 'idle',
  observe() {
    if (!/Windows|Linux/.test(clientHints()?.platform ?? '')) return unsupported
    const box = document.createElement('div')
    Object.assign(box.style, { position: 'fixed', overflow: 'scroll', width: '50px', visibility: 'hidden' })
    document.documentElement.append(box)
    const room = box.offsetWidth - box.clientWidth
    box.remove()
    return seen(!room)
  },
}
