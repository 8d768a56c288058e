import { automationBindings } from './automation-bindings.js'
import { brands } from './brands.js'
import { chromedriverGlobals } from './chromedriver-globals.js'
import { consoleCost } from './console-cost.js'
import { consoleWrapped } from './console-wrapped.js'
import { container } from './container.js'
import { declared } from './declared.js'
import { documentFulfilled } from './document-fulfilled.js'
import { documentOwn } from './document-own.js'
import { domEmulated } from './dom-emulated.js'
import { driverGlobals } from './driver-globals.js'
import { driverStack } from './driver-stack.js'
import { engine } from './engine.js'
import { featuresOff } from './features-off.js'
import { focusTwice } from './focus-twice.js'
import { frameIdentity } from './frame-identity.js'
import { frameNatives } from './frame-natives.js'
import { frameWebdriver } from './frame-webdriver.js'
import { functionProxy } from './function-proxy.js'
import { graphicsSystem } from './graphics-system.js'
import { hardened } from './hardened.js'
import { headless } from './headless.js'
import { hintsDetails } from './hints-details.js'
import { hintsPlatform } from './hints-platform.js'
import { inputNatives } from './input-natives.js'
import { ipcFlood } from './ipc-flood.js'
import { locale } from './locale.js'
import { mobileHint } from './mobile-hint.js'
import { navigatorNatives } from './navigator-natives.js'
import { navigatorOwn } from './navigator-own.js'
import { noLayout } from './no-layout.js'
import { notificationPermission } from './notification-permission.js'
import { platform } from './platform.js'
import { playwrightPreview } from './playwright-preview.js'
import { plugins } from './plugins.js'
import { pointerNone } from './pointer-none.js'
import { reducedMotion } from './reduced-motion.js'
import { runtimeEnabled } from './runtime-enabled.js'
import { screenMedia } from './screen-media.js'
import { screenOrientation } from './screen-orientation.js'
import { scrollbarNone } from './scrollbar-none.js'
import { sharedHeadless } from './shared-headless.js'
import { sharedWorker } from './shared-worker.js'
import { softwareGraphics } from './software-graphics.js'
import type { Tell } from './tell.js'
import { touchClaim } from './touch-claim.js'
import { viewportLarger } from './viewport-larger.js'
import { webdriver } from './webdriver.js'
import { webdriverMissing } from './webdriver-missing.js'
import { wholeMilliseconds } from './whole-milliseconds.js'
import { windowBeyondScreen } from './window-beyond-screen.js'
import { workerCores } from './worker-cores.js'
import { workerLanguages } from './worker-languages.js'
import { workerPlatform } from './worker-platform.js'
import { workerTimezone } from './worker-timezone.js'
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
  workerCores,
  workerTimezone,
  sharedWorker,
  sharedHeadless,
  brands,
  hintsPlatform,
  hintsDetails,
  mobileHint,
  touchClaim,
  locale,
  graphicsSystem,
  softwareGraphics,
  featuresOff,
  documentOwn,
  navigatorOwn,
  consoleWrapped,
  functionProxy,
  plugins,
  webdriverMissing,
  viewportLarger,
  windowBeyondScreen,
  screenOrientation,
  screenMedia,
  pointerNone,
  scrollbarNone,
  container,
  driverGlobals,
  driverStack,
  declared,
  consoleCost,
  ipcFlood,
  focusTwice,
  hardened,
  wholeMilliseconds,
  inputNatives,
  reducedMotion,
]
