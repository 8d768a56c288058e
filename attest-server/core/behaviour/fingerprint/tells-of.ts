import { MOBILE, NO_TOUCH, postedTells } from './index.js'
import { userAgentOf } from './posted-tell.js'
import { readFingerprint } from './read-fingerprint.js'

/** What a fingerprint's `data` says (LAB-15), by the id of the tell; what it does not say is not there. */
export function tellsOf(data: Readonly<Record<string, unknown>>): Record<string, boolean | number> {
  const fingerprint = readFingerprint(data)
  const tells: Record<string, boolean | number> = {}
  for (const { id, read } of postedTells) {
    const value = read(fingerprint)
    if (value !== undefined) tells[id] = value
  }
  const points = fingerprint.number('maxTouchPoints', 'touchPoints')
  if (points !== undefined) tells[NO_TOUCH] = points === 0
  const agent = userAgentOf(fingerprint)
  // Tablets of Apple say that they are a Mac, and have what no Mac has.
  if (agent !== undefined) tells[MOBILE] = /Android|iPhone|iPad|\bMobile\b/.test(agent) || (/Macintosh/.test(agent) && (points ?? 0) > 1)
  return tells
}
