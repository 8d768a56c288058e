import type { Bot } from '../support/driver.js'
import { httpForger } from './http-forger.js'
import { jsdom } from './jsdom.js'
import { playwrightHeadful } from './playwright-headful.js'
import { playwrightHeadless } from './playwright-headless.js'
import { playwrightSpoofed } from './playwright-spoofed.js'
import { puppeteer } from './puppeteer.js'
import { puppeteerStealth } from './puppeteer-stealth.js'
import { rawCdp } from './raw-cdp.js'
import { selenium } from './selenium.js'

/** Every bot of the matrix. */
export const bots: readonly Bot[] = [
  playwrightHeadless,
  playwrightHeadful,
  playwrightSpoofed,
  puppeteer,
  puppeteerStealth,
  selenium,
  rawCdp,
  httpForger,
  jsdom,
]
