import type { KeyClass } from '../../shared/features/input-event.js'

/** UI Events KeyboardEvent key Values. */
const MODIFIER = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn)$/

/** @param key `KeyboardEvent.key`. What was typed is forgotten here; only whether it types, edits or modifies goes on. */
export function keyClass(key: string): KeyClass {
  if (key === 'Backspace') return 'backspace'
  return MODIFIER.test(key) ? 'modifier' : 'other'
}
