import type { HttpFacts } from '../fact.js'

/** `unknown`: whoever described the request did not tell of this header, or told its name and not its value. */
export type Presence = 'present' | 'absent' | 'unknown'

/** @param name in lower case */
export function presenceOf({ headers, headerNames, described }: HttpFacts, name: string): Presence {
  if (headers.get(name)?.trim()) return 'present'
  if (!described || described.empty.has(name)) return 'absent'
  if (!described.whole) return 'unknown'
  return headerNames?.includes(name) ? 'unknown' : 'absent'
}
