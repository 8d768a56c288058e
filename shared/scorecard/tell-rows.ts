import type { Llr } from '../units.js'
import { hardening, type TellId } from '../wire/tells.js'
import { between, row, where } from './row.js'
import type { Family, HardRule, Row } from './scorecard.js'
import { BY_DEFINITION, SETUPS } from './sources.js'

/** Seen at no person's browser here, but known from reports to happen: kept far below what was measured. */
const REPORTED = `${SETUPS}, lowered for reported false alarms`
/** As REPORTED, and known whose it may be: these say how a browser comes to show it in a person's hands. */
const EXTENSIONS = `${SETUPS}, lowered: extensions (against fingerprinting, switchers of user agent or language) change the page and not its worker`
const MACHINES = `${SETUPS}, lowered: so are kiosks, servers, virtual machines, blocked drivers, and newer Windows with overlay scroll bars`
/** A switch or a global that no browser has unless a driver starts it or visits it: nobody has reported a person with it. */
const DRIVERS = 'by definition of the driver, seen at no person’s browser'
const OVERRIDES = `${SETUPS}, lowered: so do overrides of the developer tools, which are told by “listener” besides`
const SITES = `${SETUPS}, lowered: scripts of sites do so too (consent managers, zone.js)`
const DEVTOOLS = `${SETUPS}, lowered: the developer tools can do so too`

/**
 * The prior is −2.2; a visit whose other tells pass and whose work is done stands at −2.6 (`webdriver`, `listener` and `work` say a little for a
 * person). From either, `disguise`, `emulation`, `launch` (a switch that the browser was started with) and `declaration`
 * (an honest program) alone make a challenge, and no more. `listener` and `interception` (developer tools open, and their overrides) and
 * `environment` (kiosks, virtual machines, odd windows) have one cause, people who develop; `realms`, `tampering` and `disguise` another,
 * people who change what the browser says: an extension that switches languages or the user agent changes the page, in ways that can be
 * seen, and neither its workers nor its frames. Without `disguise`, as where it switches languages, both causes together stay below a
 * challenge. A clean environment proves little, hence the small minima.
 * No row alone outweighs the prior but those whose source is a definition, of what no browser does that a person drives (the test has
 * their list). From so few set-ups, Laplace's rule lets no row weigh more than about 3.
 */
export const tellFamilies = {
  proof: { engine: 'automation', min: -0.1, max: 9 },
  listener: { engine: 'automation', min: -0.1, max: 1, cause: 'developer' },
  interception: { engine: 'automation', min: 0, max: 1.1, cause: 'developer' },
  realms: { engine: 'automation', min: 0, max: 0.9, cause: 'identity' },
  disguise: { engine: 'automation', min: 0, max: 3, cause: 'identity' },
  tampering: { engine: 'automation', min: 0, max: 0.4, cause: 'identity' },
  emulation: { engine: 'automation', min: 0, max: 4 },
  environment: { engine: 'automation', min: 0, max: 0.5, cause: 'developer' },
  launch: { engine: 'automation', min: 0, max: 3 },
  // Enough to be asked, and below 3: a word of its own is no strong evidence, of which a block takes two kinds (policy.ts).
  declaration: { engine: 'automation', min: 0, max: 2.9 },
} as const satisfies Record<string, Family>

type TellFamily = keyof typeof tellFamilies

/** @param hit weight of true, or of a count of at least 1; all else weighs nothing. */
const tell = (id: TellId, family: TellFamily, hit: Llr, source: string): Row => row(id, family, [1], [0, hit], source)

/** A row that says nothing of the classes of browsers that are hardened against fingerprinting, and contradict themselves on purpose. */
const plain = where(between('tell.hardened', hardening.none, hardening.same))

export const tellRows: readonly Row[] = [
  row('tell.webdriver', 'proof', [1], [-0.1, 8], BY_DEFINITION),
  tell('tell.frame-webdriver', 'proof', 8, BY_DEFINITION),
  tell('tell.headless', 'proof', 8, BY_DEFINITION),
  tell('tell.chromedriver-globals', 'proof', 8, BY_DEFINITION),
  tell('tell.automation-bindings', 'proof', 8, BY_DEFINITION),
  tell('tell.playwright-preview', 'proof', 8, BY_DEFINITION),
  tell('tell.shared-headless', 'proof', 8, BY_DEFINITION),
  tell('tell.driver-stack', 'proof', 8, BY_DEFINITION),
  row('tell.driver-globals', 'proof', [1, 2], [0, 0.3, 3], DRIVERS),
  row('tell.runtime-enabled', 'listener', [1], [-0.1, 1.9], DEVTOOLS),
  tell('tell.console-cost', 'listener', 1.9, DEVTOOLS),
  tell('tell.focus-twice', 'listener', 1.9, DEVTOOLS),
  tell('tell.document-fulfilled', 'interception', 1.1, OVERRIDES),
  tell('tell.frame-identity', 'realms', 2, EXTENSIONS),
  tell('tell.worker-user-agent', 'realms', 2, EXTENSIONS),
  tell('tell.worker-platform', 'realms', 2, EXTENSIONS),
  tell('tell.worker-languages', 'realms', 1.8, EXTENSIONS),
  plain(tell('tell.shared-worker', 'realms', 2, EXTENSIONS)),
  tell('tell.platform', 'disguise', 2, REPORTED),
  tell('tell.engine', 'disguise', 2, REPORTED),
  tell('tell.notification-permission', 'disguise', 2, REPORTED),
  tell('tell.webdriver-missing', 'disguise', 2, REPORTED),
  tell('tell.brands', 'disguise', 1, REPORTED),
  tell('tell.hints-platform', 'disguise', 1.2, REPORTED),
  tell('tell.hints-details', 'disguise', 1, REPORTED),
  tell('tell.mobile-hint', 'disguise', 0.7, REPORTED),
  tell('tell.touch-claim', 'disguise', 0.5, REPORTED),
  plain(tell('tell.graphics-system', 'disguise', 1, REPORTED)),
  plain(tell('tell.screen-media', 'disguise', 1, REPORTED)),
  plain(tell('tell.plugins', 'disguise', 0.5, REPORTED)),
  tell('tell.input-natives', 'disguise', 2, REPORTED),
  plain(tell('tell.navigator-natives', 'tampering', 0.7, REPORTED)),
  plain(tell('tell.frame-natives', 'tampering', 0.7, REPORTED)),
  plain(tell('tell.worker-cores', 'tampering', 0.4, EXTENSIONS)),
  plain(tell('tell.worker-timezone', 'tampering', 0.3, EXTENSIONS)),
  tell('tell.navigator-own', 'tampering', 0.4, REPORTED),
  tell('tell.document-own', 'tampering', 0.3, SITES),
  tell('tell.function-proxy', 'tampering', 0.2, SITES),
  row('tell.dom-emulated', 'emulation', [1, 3, 5], [0, 1, 3, 4], BY_DEFINITION),
  tell('tell.no-layout', 'emulation', 2, SETUPS),
  plain(tell('tell.viewport-larger', 'environment', 1, REPORTED)),
  plain(tell('tell.window-beyond-screen', 'environment', 1.2, REPORTED)),
  plain(tell('tell.screen-orientation', 'environment', 1.2, REPORTED)),
  tell('tell.pointer-none', 'environment', 0.5, MACHINES),
  tell('tell.scrollbar-none', 'environment', 0.2, MACHINES),
  tell('tell.software-graphics', 'environment', 0.3, MACHINES),
  tell('tell.ipc-flood', 'launch', 3, DRIVERS),
  tell('tell.declared', 'declaration', 2.9, BY_DEFINITION),
]

const hard = (name: string, id: TellId, atLeast = 1): HardRule => ({ name, id, atLeast })

/** Each is proof by itself: no browser in a person's hands can show it, whatever its settings, extensions and tools. */
export const tellHardRules: readonly HardRule[] = [
  hard('webdriver', 'tell.webdriver'),
  hard('webdriver-hidden', 'tell.frame-webdriver'),
  hard('headless', 'tell.headless'),
  hard('chromedriver', 'tell.chromedriver-globals'),
  hard('driver-binding', 'tell.automation-bindings'),
  hard('playwright', 'tell.playwright-preview'),
  hard('shared-headless', 'tell.shared-headless'),
  hard('driver-stack', 'tell.driver-stack'),
  hard('dom-emulated', 'tell.dom-emulated', 5),
]
