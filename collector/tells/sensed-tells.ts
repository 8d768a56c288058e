import { consoleCost } from './console-cost.js'
import { consoleWrapped } from './console-wrapped.js'
import { container } from './container.js'
import { documentFulfilled } from './document-fulfilled.js'
import { documentOwn } from './document-own.js'
import { featuresOff } from './features-off.js'
import { focusTwice } from './focus-twice.js'
import { frameIdentity } from './frame-identity.js'
import { frameNatives } from './frame-natives.js'
import { frameWebdriver } from './frame-webdriver.js'
import { functionProxy } from './function-proxy.js'
import { graphicsSystem } from './graphics-system.js'
import { hardened } from './hardened.js'
import { hintsDetails } from './hints-details.js'
import { inputNatives } from './input-natives.js'
import { ipcFlood } from './ipc-flood.js'
import { locale } from './locale.js'
import { mobileHint } from './mobile-hint.js'
import { navigatorNatives } from './navigator-natives.js'
import { navigatorOwn } from './navigator-own.js'
import { noLayout } from './no-layout.js'
import { notificationPermission } from './notification-permission.js'
import { plugins } from './plugins.js'
import { pointerNone } from './pointer-none.js'
import { reducedMotion } from './reduced-motion.js'
import { screenMedia } from './screen-media.js'
import { screenOrientation } from './screen-orientation.js'
import { scrollbarNone } from './scrollbar-none.js'
import { sharedHeadless } from './shared-headless.js'
import { sharedWorker } from './shared-worker.js'
import { softwareGraphics } from './software-graphics.js'
import type { Tell } from './tell.js'
import { touchClaim } from './touch-claim.js'
import { viewportLarger } from './viewport-larger.js'
import { wholeMilliseconds } from './whole-milliseconds.js'
import { windowBeyondScreen } from './window-beyond-screen.js'
import { workerCores } from './worker-cores.js'
import { workerLanguages } from './worker-languages.js'
import { workerPlatform } from './worker-platform.js'
import { workerTimezone } from './worker-timezone.js'

/** Observed once `senses.js` is there, at each one’s moment. On the wire they follow those of `collector.js`, in this order. */
export const sensedTells: readonly Tell[] = [
  workerPlatform,
  workerLanguages,
  hardened,
  wholeMilliseconds,
  reducedMotion,
  frameWebdriver,
  frameIdentity,
  notificationPermission,
  navigatorNatives,
  frameNatives,
  noLayout,
  documentFulfilled,
  workerCores,
  workerTimezone,
  sharedWorker,
  sharedHeadless,
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
  viewportLarger,
  windowBeyondScreen,
  screenOrientation,
  screenMedia,
  pointerNone,
  scrollbarNone,
  container,
  consoleCost,
  ipcFlood,
  focusTwice,
  inputNatives,
]
