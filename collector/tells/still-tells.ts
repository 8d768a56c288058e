import { automationBindings } from './automation-bindings.js'
import { brands } from './brands.js'
import { chromedriverGlobals } from './chromedriver-globals.js'
import { declared } from './declared.js'
import { domEmulated } from './dom-emulated.js'
import { driverGlobals } from './driver-globals.js'
import { driverStack } from './driver-stack.js'
import { engine } from './engine.js'
import { headless } from './headless.js'
import { hintsPlatform } from './hints-platform.js'
import { platform } from './platform.js'
import { playwrightPreview } from './playwright-preview.js'
import { runtimeEnabled } from './runtime-enabled.js'
import type { Tell } from './tell.js'
import { webdriver } from './webdriver.js'
import { webdriverMissing } from './webdriver-missing.js'
import { workerUserAgent } from './worker-user-agent.js'

/** Observed by `collector.js`, before the first verdict: what weighs by itself and costs little. The order is the wire’s. */
export const stillTells: readonly Tell[] = [
  webdriver,
  headless,
  chromedriverGlobals,
  automationBindings,
  playwrightPreview,
  runtimeEnabled,
  workerUserAgent,
  platform,
  engine,
  domEmulated,
  brands,
  hintsPlatform,
  webdriverMissing,
  driverGlobals,
  driverStack,
  declared,
]
