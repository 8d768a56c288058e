import { type Child, startChild } from '../machine/child.js'
import { requireTool } from '../machine/tools.js'
import type { Opening } from './browser.js'

/** WebKit's MiniBrowser as it is started by hand: without `--automation-mode`. Its data stay in the folder. */
export function openWebKitGtk({ display, folder, url, environment }: Opening): Child {
  const own = { XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, GDK_BACKEND: 'x11' }
  const env = { ...process.env, ...own, ...environment, DISPLAY: display }
  return startChild(requireTool('MiniBrowser'), ['--geometry=1400x860', url], { env })
}
