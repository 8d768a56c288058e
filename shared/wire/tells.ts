/** What a tell's value is, and whether it always has one. */
export interface TellShape {
  readonly type: 'boolean' | 'number'
  /**
   * No gate stands before it: whatever the browser, a collector that runs it to its end has a value or a reason (`threw`, `timeout`,
   * `not-asked`), and never *unsupported*. Evidence that says otherwise is made up. True of every collector ever released, or it is not true.
   */
  readonly always: boolean
}

const flag = { type: 'boolean', always: false } as const
const sureFlag = { type: 'boolean', always: true } as const
const count = { type: 'number', always: false } as const
const sureCount = { type: 'number', always: true } as const

/**
 * The automation tells that the wire knows, with the shape of each one's value. Their order is the wire's: free until 0.1.0 is
 * released, append only from then on (`vectors/order.json` holds it). `collector/tells/index.ts` must implement each.
 */
export const tellShapes = {
  'tell.webdriver': flag,
  'tell.frame-webdriver': flag,
  'tell.headless': sureFlag,
  'tell.chromedriver-globals': sureFlag,
  'tell.automation-bindings': sureFlag,
  'tell.playwright-preview': flag,
  'tell.runtime-enabled': flag,
  'tell.frame-identity': flag,
  'tell.worker-user-agent': flag,
  'tell.worker-platform': flag,
  'tell.worker-languages': flag,
  'tell.platform': flag,
  'tell.engine': flag,
  'tell.notification-permission': flag,
  'tell.navigator-natives': sureCount,
  'tell.frame-natives': count,
  'tell.dom-emulated': sureCount,
  'tell.no-layout': flag,
  'tell.document-fulfilled': flag,
  'tell.worker-cores': flag,
  'tell.worker-timezone': flag,
  'tell.shared-worker': flag,
  'tell.shared-headless': flag,
  'tell.brands': flag,
  'tell.hints-platform': flag,
  'tell.hints-details': flag,
  'tell.mobile-hint': flag,
  'tell.touch-claim': flag,
  'tell.locale': flag,
  'tell.graphics-system': flag,
  'tell.software-graphics': flag,
  'tell.features-off': sureCount,
  'tell.document-own': sureFlag,
  'tell.navigator-own': sureCount,
  'tell.console-wrapped': sureFlag,
  'tell.function-proxy': sureFlag,
  'tell.plugins': flag,
  'tell.webdriver-missing': flag,
  'tell.viewport-larger': flag,
  'tell.window-beyond-screen': flag,
  'tell.screen-orientation': flag,
  'tell.screen-media': flag,
  'tell.pointer-none': flag,
  'tell.scrollbar-none': flag,
  'tell.container': sureCount,
  'tell.driver-globals': sureCount,
  'tell.driver-stack': sureFlag,
  'tell.declared': sureFlag,
  'tell.console-cost': flag,
  'tell.ipc-flood': flag,
  'tell.focus-twice': flag,
  'tell.hardened': sureCount,
  'tell.whole-milliseconds': sureFlag,
} as const satisfies Record<`tell.${string}`, TellShape>

export type TellId = keyof typeof tellShapes

export const tellIds = Object.keys(tellShapes) as TellId[]
