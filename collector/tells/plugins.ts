import { seen, unsupported } from '../../shared/observation.js'
import { isBrave } from './probe/is-brave.js'
import type { Tell } from './tell.js'

/**
 * Plug-ins without a PDF viewer, or the reverse: browsers name the same five if, and only if, they have one (HTML §8.10.1.6). Brave makes
 * some up. The first look takes Chromium tens of milliseconds.
 */
export const plugins: Tell = {
  id: 'tell.plugins',
  when: 'idle',
  observe() {
    const { pdfViewerEnabled, plugins } = navigator
    if (typeof pdfViewerEnabled !== 'boolean' || isBrave()) return unsupported
    return seen(pdfViewerEnabled !== plugins.length > 0)
  },
}
