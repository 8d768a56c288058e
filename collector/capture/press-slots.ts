/** More keys than fingers: a slot is lost only where releases were lost. */
const SLOTS = 12

export interface PressSlots {
  press(key: string): number
  /** @returns the slot of the press, or undefined when there was none. Frees it. */
  release(key: string): number | undefined
  clear(): void
}

/**
 * Ties releases to presses without telling which key it was: each pressed key gets the lowest free number. The key's name stays
 * here only as long as it is held down.
 */
export function createPressSlots(): PressSlots {
  const held: (string | undefined)[] = new Array(SLOTS).fill(undefined)
  return {
    press(key) {
      const again = held.indexOf(key)
      if (again >= 0) return again
      const free = held.indexOf(undefined)
      // All taken means that releases went missing (the window lost the focus while keys were down): start over.
      if (free < 0) held.fill(undefined)
      const slot = Math.max(free, 0)
      held[slot] = key
      return slot
    },
    release(key) {
      const slot = held.indexOf(key)
      if (slot < 0) return undefined
      held[slot] = undefined
      return slot
    },
    clear: () => void held.fill(undefined),
  }
}
