/** What a tell's value is, whether it always has one, and whether it may be put off. */
export interface TellShape {
  readonly type: 'boolean' | 'number'
  /** The number is no count but a class, one of so many from 0 on; any other is malformed. */
  readonly classes?: number
  /**
   * No gate stands before it: whatever the browser, a collector that runs it to its end has a value or a reason (`threw`, `timeout`,
   * `not-asked`), and never *unsupported*. Evidence that says otherwise is made up. True of every collector ever released, or it is not true.
   */
  readonly always: boolean
  /**
   * Observed for every verdict whose evidence has a place for it: it is never `not-asked`. True of every collector ever released, or it is
   * not true: `Tell.when` says what is so today.
   */
  readonly atLoad: boolean
  /** Weighs by itself, and stands in evidence that is made before senses.js is there (`STILL_CARD`). */
  readonly still: boolean
}

/**
 * What `tell.hardened` says: how a browser is hardened against fingerprinting. Not at all; it gives all people the same answers (Firefox
 * with `resistFingerprinting`, Tor, LibreWolf); or it gives everybody other answers at random (Brave's farbling). Rows of the scorecard
 * that such a browser would hit by itself are conditioned on the first class. What is merely switched off (WebGL, plug-ins) makes no
 * class: a tell about it is *unsupported*, and nothing else changes.
 */
export const hardening = { none: 0, same: 1, random: 2 } as const

const flag = { type: 'boolean', always: false, atLoad: true, still: true } as const
const sureFlag = { type: 'boolean', always: true, atLoad: true, still: true } as const
const count = { type: 'number', always: false, atLoad: true, still: true } as const
const sureCount = { type: 'number', always: true, atLoad: true, still: true } as const
/** What other rows depend on, or what adds little to another of its family: for when senses.js is there. */
const sensed = { still: false } as const
/** Costs something, and waits for idle time or for a challenge. */
const later = { atLoad: false, still: false } as const

/**
 * The automation tells that the wire knows, with the shape of each one's value. Their order is the wire's: those of a still visitor, and then
 * the others; free until 0.1.0 is released, append only from then on (`vectors/order.json` holds it). `collector/tells/` must implement each.
 */
export const tellShapes = {
  'tell.webdriver': flag,
  'tell.headless': sureFlag,
  'tell.chromedriver-globals': sureFlag,
  'tell.automation-bindings': sureFlag,
  'tell.playwright-preview': flag,
  'tell.runtime-enabled': flag,
  'tell.worker-user-agent': flag,
  'tell.platform': flag,
  'tell.engine': flag,
  'tell.dom-emulated': sureCount,
  'tell.brands': flag,
  'tell.hints-platform': flag,
  'tell.webdriver-missing': flag,
  'tell.driver-globals': sureCount,
  'tell.driver-stack': sureFlag,
  'tell.declared': sureFlag,
  'tell.worker-platform': { ...flag, ...sensed },
  'tell.worker-languages': { ...flag, ...sensed },
  'tell.hardened': { ...sureCount, ...sensed, classes: 3 },
  'tell.whole-milliseconds': { ...sureFlag, ...sensed },
  'tell.reduced-motion': { ...sureFlag, ...sensed },
  'tell.frame-webdriver': { ...flag, ...later },
  'tell.frame-identity': { ...flag, ...later },
  'tell.notification-permission': { ...flag, ...later },
  'tell.navigator-natives': { ...sureCount, ...later },
  'tell.frame-natives': { ...count, ...later },
  'tell.no-layout': { ...flag, ...later },
  'tell.document-fulfilled': { ...flag, ...later },
  'tell.worker-cores': { ...flag, ...later },
  'tell.worker-timezone': { ...flag, ...later },
  'tell.shared-worker': { ...flag, ...later },
  'tell.shared-headless': { ...flag, ...later },
  'tell.hints-details': { ...flag, ...later },
  'tell.mobile-hint': { ...flag, ...later },
  'tell.touch-claim': { ...flag, ...later },
  'tell.locale': { ...flag, ...later },
  'tell.graphics-system': { ...flag, ...later },
  'tell.software-graphics': { ...flag, ...later },
  'tell.features-off': { ...sureCount, ...later },
  'tell.document-own': { ...sureFlag, ...later },
  'tell.navigator-own': { ...sureCount, ...later },
  'tell.console-wrapped': { ...sureFlag, ...later },
  'tell.function-proxy': { ...sureFlag, ...later },
  'tell.plugins': { ...flag, ...later },
  'tell.viewport-larger': { ...flag, ...later },
  'tell.window-beyond-screen': { ...flag, ...later },
  'tell.screen-orientation': { ...flag, ...later },
  'tell.screen-media': { ...flag, ...later },
  'tell.pointer-none': { ...flag, ...later },
  'tell.scrollbar-none': { ...flag, ...later },
  'tell.container': { ...sureCount, ...later },
  'tell.console-cost': { ...flag, ...later },
  'tell.ipc-flood': { ...flag, ...later },
  'tell.focus-twice': { ...flag, ...later },
  'tell.input-natives': { ...sureCount, ...later },
} as const satisfies Record<`tell.${string}`, TellShape>

export type TellId = keyof typeof tellShapes

export const tellIds = Object.keys(tellShapes) as TellId[]
