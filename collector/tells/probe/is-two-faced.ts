import { clientHints } from './client-hints.js'
import { isApp } from './is-app.js'

/**
 * Whether the browser may itself say another name to its pages than to its workers and frames, in a person's hands: an iPad that asks
 * for desktop pages and calls itself a Mac, a phone that does so and calls itself X11, or an app.
 */
export function isTwoFaced(): boolean {
  const { userAgent, maxTouchPoints, platform } = navigator
  if (isApp() || (/Macintosh/.test(userAgent) && maxTouchPoints)) return true
  if (!/X11/.test(userAgent)) return false
  // Laptops have touch screens, too: their processors and their pointers are others.
  const isHandheld = () => /arm|aarch/.test(platform) || window.matchMedia?.('(pointer:coarse)').matches
  return clientHints()?.platform === 'Android' || (maxTouchPoints > 0 && isHandheld())
}
