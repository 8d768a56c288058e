import { clientHints } from './client-hints.js'
import { isTwoFaced } from './is-two-faced.js'

/** Whether this is a desktop's Chromium that is nothing but a browser. */
export function isPlainDesktop(): boolean {
  const hints = clientHints()
  return hints !== undefined && !hints.mobile && /Windows|mac|Linux|Chrom/.test(hints.platform) && !isTwoFaced()
}
