import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The window has a width but its root element has none, though it is displayed: nothing lays the page out. Waits until something should have. */
export const noLayout: Tell = {
  id: 'tell.no-layout',
  when: 'idle',
  observe() {
    const root = document.documentElement
    if (!innerWidth || getComputedStyle(root).display === 'none') return unsupported
    return seen(!root.getBoundingClientRect().width)
  },
}
