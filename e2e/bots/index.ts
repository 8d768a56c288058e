import type { Bot } from '../support/driver.js'
import { aiAgent } from './ai-agent.js'
import { connectOverCdp } from './connect-over-cdp.js'
import { extensionBot } from './extension-bot.js'
import { fingerprintInjector } from './fingerprint-injector.js'
import { firefoxBidi } from './firefox-bidi.js'
import { firefoxMarionette } from './firefox-marionette.js'
import { ghostCursor } from './ghost-cursor.js'
import { happyDom } from './happy-dom.js'
import { httpForger } from './http-forger.js'
import { httpPlain } from './http-plain.js'
import { jsdom } from './jsdom.js'
import { osBezier } from './os-bezier.js'
import { osLine } from './os-line.js'
import { osTeleport } from './os-teleport.js'
import { patchrightHeadful } from './patchright-headful.js'
import { patchrightHeadless } from './patchright-headless.js'
import { playwrightHeadful } from './playwright-headful.js'
import { playwrightHeadless } from './playwright-headless.js'
import { playwrightHeadlessShell } from './playwright-headless-shell.js'
import { playwrightSpoofed } from './playwright-spoofed.js'
import { playwrightStealth } from './playwright-stealth.js'
import { puppeteer } from './puppeteer.js'
import { puppeteerHeadful } from './puppeteer-headful.js'
import { puppeteerHeadlessShell } from './puppeteer-headless-shell.js'
import { puppeteerStealth } from './puppeteer-stealth.js'
import { rawCdp } from './raw-cdp.js'
import { rawCdpForged } from './raw-cdp-forged.js'
import { rawCdpHuman } from './raw-cdp-human.js'
import { rawCdpPen } from './raw-cdp-pen.js'
import { rawCdpTouch } from './raw-cdp-touch.js'
import { rebrowserPlaywright } from './rebrowser-playwright.js'
import { rebrowserPuppeteer } from './rebrowser-puppeteer.js'
import { replayCdp } from './replay-cdp.js'
import { selenium } from './selenium.js'
import { silentForger } from './silent-forger.js'
import { undetectedChromedriver } from './undetected-chromedriver.js'
import { webdriverio } from './webdriverio.js'
import { webkitgtk } from './webkitgtk.js'

/** Every bot of the matrix. */
export const bots: readonly Bot[] = [
  playwrightHeadless,
  playwrightHeadlessShell,
  playwrightHeadful,
  playwrightSpoofed,
  playwrightStealth,
  patchrightHeadless,
  patchrightHeadful,
  rebrowserPlaywright,
  puppeteer,
  puppeteerHeadlessShell,
  puppeteerHeadful,
  puppeteerStealth,
  rebrowserPuppeteer,
  ghostCursor,
  fingerprintInjector,
  connectOverCdp,
  selenium,
  webdriverio,
  undetectedChromedriver,
  firefoxBidi,
  firefoxMarionette,
  webkitgtk,
  rawCdp,
  rawCdpForged,
  rawCdpHuman,
  rawCdpPen,
  rawCdpTouch,
  replayCdp,
  aiAgent,
  extensionBot,
  osLine,
  osTeleport,
  osBezier,
  httpForger,
  silentForger,
  httpPlain,
  jsdom,
  happyDom,
]
