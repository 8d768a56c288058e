import { automationBindings } from './automation-bindings.js'
import { chromedriverGlobals } from './chromedriver-globals.js'
import { clientHintsDetails } from './client-hints-details.js'
import { clientHintsPlatform } from './client-hints-platform.js'
import { clientHintsVersion } from './client-hints-version.js'
import { documentFulfilled } from './document-fulfilled.js'
import { documentOwn } from './document-own.js'
import { domEmulated } from './dom-emulated.js'
import { engine } from './engine.js'
import { frameIdentity } from './frame-identity.js'
import { frameNatives } from './frame-natives.js'
import { frameWebdriver } from './frame-webdriver.js'
import { headless } from './headless.js'
import { languageOrder } from './language-order.js'
import { navigatorNatives } from './navigator-natives.js'
import { navigatorOwn } from './navigator-own.js'
import { noLayout } from './no-layout.js'
import { notificationPermission } from './notification-permission.js'
import { orientation } from './orientation.js'
import { platform } from './platform.js'
import { playwrightPreview } from './playwright-preview.js'
import { pointerNone } from './pointer-none.js'
import { runtimeEnabled } from './runtime-enabled.js'
import { screenSmaller } from './screen-smaller.js'
import type { Tell } from './tell.js'
import { touchClaim } from './touch-claim.js'
import { vendor } from './vendor.js'
import { viewportLarger } from './viewport-larger.js'
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
  vendor,
  clientHintsVersion,
  clientHintsPlatform,
  clientHintsDetails,
  notificationPermission,
  navigatorNatives,
  frameNatives,
  navigatorOwn,
  documentOwn,
  domEmulated,
  noLayout,
  viewportLarger,
  screenSmaller,
  orientation,
  pointerNone,
  languageOrder,
  touchClaim,
  documentFulfilled,
]
