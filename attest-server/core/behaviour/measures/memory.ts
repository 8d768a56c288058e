import type { Ms, Px } from '../../../../shared/units.js'
import type { KeyClass, NameHash, PostedType } from '../events/posted-event.js'

/**
 * What has to be known of the events before to measure the next: a few numbers, all of which JSON can hold. What is not known is absent.
 * Times are the session's own.
 */
export interface Memory {
  mouse?: { x: Px; y: Px; t?: Ms }
  /** The last click by a pointer. */
  press?: { x: Px; y: Px; t?: Ms }
  key?: { t?: Ms; delay?: Ms; key: KeyClass }
  /** The last press of a modifier. */
  modifier?: Ms
  wheel?: { t?: Ms; delta?: number; pause?: Ms }
  page?: { t: Ms; words: number }
  /** The last click, key or turn of the wheel. */
  act?: { kind: PostedType; t?: Ms }
  /** How many deeds there were. */
  deeds: number
  /** What was hovered last, and when: the newest last. */
  hovers: { element: NameHash; t?: Ms }[]
}

/** What is hovered between two clicks is less; more is forgotten, the oldest first. */
export const MOST_HOVERS = 32

export const startMemory = (): Memory => ({ deeds: 0, hovers: [] })
