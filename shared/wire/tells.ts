/**
 * The automation tells that the wire knows, with the type of each one's value. The order is the wire's order and is append only:
 * evidence carries values by position, an older collector simply sends fewer. `collector/tells/index.ts` must implement each.
 */
export const tellTypes = {
  'tell.webdriver': 'boolean',
} as const satisfies Record<`tell.${string}`, 'boolean' | 'number'>

export type TellId = keyof typeof tellTypes

export const tellIds = Object.keys(tellTypes) as TellId[]
