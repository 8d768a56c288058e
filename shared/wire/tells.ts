/**
 * The automation tells that the wire knows, with the type of each one's value. The order is the wire's order and is append only:
 * evidence carries values by position, an older collector simply sends fewer. `collector/tells/index.ts` must implement each.
 */
export const tellTypes = {
  'tell.webdriver': 'boolean',
  'tell.frame-webdriver': 'boolean',
  'tell.headless': 'boolean',
  'tell.chromedriver-globals': 'boolean',
  'tell.automation-bindings': 'boolean',
  'tell.playwright-preview': 'boolean',
  'tell.runtime-enabled': 'boolean',
  'tell.frame-identity': 'boolean',
  'tell.worker-user-agent': 'boolean',
  'tell.worker-platform': 'boolean',
  'tell.worker-languages': 'boolean',
  'tell.platform': 'boolean',
  'tell.engine': 'boolean',
  'tell.notification-permission': 'boolean',
  'tell.navigator-natives': 'number',
  'tell.frame-natives': 'number',
  'tell.dom-emulated': 'number',
  'tell.no-layout': 'boolean',
  'tell.document-fulfilled': 'boolean',
} as const satisfies Record<`tell.${string}`, 'boolean' | 'number'>

export type TellId = keyof typeof tellTypes

export const tellIds = Object.keys(tellTypes) as TellId[]
