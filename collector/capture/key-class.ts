import type { KeyClass } from '../../shared/features/input-event.js'

/** The named keys (UI Events KeyboardEvent key Values) whose class matters. The first that matches counts. */
const classes: readonly (readonly [RegExp, KeyClass])[] = [
  [/^ $/, 'space'],
  [/^Backspace$/, 'backspace'],
  [/^Enter$/, 'enter'],
  [/^Tab$/, 'tab'],
  [/^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn)$/, 'modifier'],
  [/^(Arrow|Home$|End$|Page)/, 'navigation'],
  [/^..+/su, 'other'],
  [/\p{L}/u, 'letter'],
  [/\p{N}/u, 'digit'],
]

/** @param key `KeyboardEvent.key`. What was typed is forgotten here; only its class goes on. */
export function keyClass(key: string): KeyClass {
  return classes.find(([pattern]) => pattern.test(key))?.[1] ?? 'symbol'
}
