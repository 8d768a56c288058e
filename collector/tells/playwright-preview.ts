import { seen, unsupported } from '../../shared/observation.js'
import { visitConsole } from './probe/console-visit.js'
import type { Tell } from './tell.js'

/** Its script stands in no file; a page's own functions may have any name. */
const PREVIEW = /^at [^(]*(?:InjectedScript|UtilityScript|previewNode)[^(]* \(<anonymous>:/

/** Playwright describes every logged element by a script in the page; developer tools do so without one. Asked again each time: it may be late, or come later. */
export const playwrightPreview: Tell = {
  id: 'tell.playwright-preview',
  live: true,
  async observe(page) {
    const { formatted, heard, readers } = visitConsole(page)
    if (formatted === undefined) return unsupported
    if (formatted) await heard
    return seen([...readers].some((frame) => PREVIEW.test(frame)))
  },
}
