import type { ClaimedBrowser } from './claimed-browser.js'

/** The first versions that send all of `Sec-Fetch-*` (caniuse.com, "Sec-Fetch-Site"). */
export function sendsMetadata({ engine, major, minor }: ClaimedBrowser): boolean {
  if (engine === 'chromium') return major >= 80
  if (engine === 'firefox') return major >= 90
  return major > 16 || (major === 16 && minor >= 4)
}
