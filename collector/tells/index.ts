import { automationBindings } from './automation-bindings.js'
import { chromedriverGlobals } from './chromedriver-globals.js'
import { documentFulfilled } from './document-fulfilled.js'
import { domEmulated } from './dom-emulated.js'
import { engine } from './engine.js'
import { frameIdentity } from './frame-identity.js'
import { frameNatives } from './frame-natives.js'
import { frameWebdriver } from './frame-webdriver.js'
import { headless } from './headless.js'
import { navigatorNatives } from './navigator-natives.js'
import { noLayout } from './no-layout.js'
import { notificationPermission } from './notification-permission.js'
import { platform } from './platform.js'
import { playwrightPreview } from './playwright-preview.js'
import { runtimeEnabled } from './runtime-enabled.js'
import type { Tell } from './tell.js'
import { webdriver } from './webdriver.js'
import { workerLanguages } from './worker-languages.js'
import { workerPlatform } from './worker-platform.js'
import { workerUserAgent } from './worker-user-agent.js'

/** Every automation tell. A test holds the list against the folder and against the wire’s registry. */
export const tells: readonly Tell[] = [
  webdriver,
  frameWebdriver,
  headless,
  chromedriverGlobals,
  automationBindings,
  playwrightPreview,
  runtimeEnabled,
  frameIdentity,
  workerUserAgent,
  workerPlatform,
  workerLanguages,
  platform,
  engine,
  notificationPermission,
  navigatorNatives,
  frameNatives,
  domEmulated,
  noLayout,
  documentFulfilled,
]
