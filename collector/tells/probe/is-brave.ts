import { engineOf } from './claims.js'
import { isTampered } from './natives.js'

/** No other built-in is called so, and none can be given the name: what a function's source says is the engine's. */
const NAME = /get brave\b/

/**
 * Brave, which farbles. Its Chromium has a getter of its own on the navigator's prototype (brave-core, `navigator_brave.idl`); a script
 * of the page that says the same has none. On iOS the app itself is such a script (`BraveGetUA.js`), so its word is taken there.
 */
export function isBrave(): boolean {
  if (!('brave' in navigator)) return false
  const get = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(navigator), 'brave')?.get
  return engineOf(navigator.userAgent) === 'webkit' || (!isTampered(get, window) && NAME.test(`${get}`))
}
