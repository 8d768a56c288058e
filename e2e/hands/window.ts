import type { Browser } from '../support/browsers/browser.js'
import { openBrowser } from '../support/browsers/open-browser.js'
import type { Child } from '../support/machine/child.js'

/** Chromium as it comes. */
export const stockChromium: Browser = { engine: 'chromium' }

/** Opens a browser on the display, stock Chromium where nothing else is asked for: no debugging port, no automation flag. */
export function openWindow(
  display: string,
  folder: string,
  url: string,
  browser: Browser = stockChromium,
  environment: NodeJS.ProcessEnv = {},
): Child {
  return openBrowser(browser, { display, folder, url, environment })
}
