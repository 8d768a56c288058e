import type { Child } from '../machine/child.js'
import type { Browser, Opening } from './browser.js'
import { openChromium } from './open-chromium.js'
import { openFirefox } from './open-firefox.js'
import { openWebKitGtk } from './open-webkitgtk.js'

/** Opens a window that covers most of the screen, as on most desks. @throws MissingError where the program is not there */
export function openBrowser(browser: Browser, opening: Opening): Child {
  if (browser.engine === 'firefox') return openFirefox(browser, opening)
  if (browser.engine === 'webkitgtk') return openWebKitGtk(opening)
  return openChromium(browser, opening)
}
