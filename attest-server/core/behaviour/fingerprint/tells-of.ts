import { NO_TOUCH, postedTells } from './index.js'
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
  return tells
}
