import { type Child, startChild } from '../support/child.js'
import { quietFlags } from '../support/chromium.js'
import { requireTool } from '../support/tools.js'

/** A browser window's place on the screen: not the whole of it, as on most desks. */
const PLACE = ['--window-position=20,10', '--window-size=1400,860']

/**
 * Opens a stock Chromium on the display: no debugging port, no automation flag.
 * @param extra the rehearsal, which is no person, adds a debugging port; everything else must stay the same
 */
export function openWindow(display: string, folder: string, url: string, extra: readonly string[] = []): Child {
  const env = { ...process.env, DISPLAY: display }
  return startChild(requireTool('chromium'), [...quietFlags(folder), ...PLACE, ...extra, url], { env })
}
