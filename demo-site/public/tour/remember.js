// @ts-check

/** In this tab alone. */
const KEPT = 'vouchsafe-tour'

/** @typedef {{ bot?: string, you?: string }} Heaviest ids of the facts that weighed most, in a bot's visit and in one's own */

/** @returns {Heaviest} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
  } catch {
    return {}
  }
}

/** The links to the last step say what it has to show. */
export function linkCode() {
  const { bot, you } = read()
  const query = new URLSearchParams({ ...(bot && { bot }), ...(you && { you }) }).toString()
  for (const link of document.querySelectorAll('.onward a[href^="/tour/code"], .steps a[href^="/tour/code"]'))
    link.setAttribute('href', `/tour/code${query && `?${query}`}`)
}

/** @param {Heaviest} heaviest */
export function remember(heaviest) {
  const before = read()
  const now = { ...before, ...heaviest }
  if (now.bot === before.bot && now.you === before.you) return
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(now))
  } catch {
    // Where nothing may be kept, the last step shows an example.
  }
  linkCode()
}
