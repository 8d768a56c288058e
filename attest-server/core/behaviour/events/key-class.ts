import type { KeyClass } from './posted-event.js'

/** The `key` values of UI Events that name a key and type nothing, by class. Posted classes (LAB-19) stand for themselves. */
const NAMED: Readonly<Record<string, KeyClass>> = Object.assign(Object.create(null) as Record<string, KeyClass>, {
  ...Object.fromEntries(
    ['letter', 'digit', 'space', 'backspace', 'enter', 'nav', 'modifier', 'other'].map((name) => [name, name as KeyClass]),
  ),
  ...Object.fromEntries(['Backspace', 'Delete', 'Clear', 'Cut', 'Undo'].map((name) => [name, 'backspace'])),
  ...Object.fromEntries(
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Escape'].map((name) => [name, 'nav']),
  ),
  ...Object.fromEntries(
    ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock', 'OS', 'Super'].map((name) => [name, 'modifier']),
  ),
  // Input methods and keyboards on screens: https://www.w3.org/TR/uievents/#keys-IME
  ...Object.fromEntries(['Process', 'Unidentified', 'Dead', 'Compose'].map((name) => [name, 'composed'])),
  Enter: 'enter',
  Spacebar: 'space',
  ' ': 'space',
})

/** One character, in at most two code units: longer texts are the names of keys. */
const isCharacter = (key: string): boolean => key.length === 1 || (key.length === 2 && [...key].length === 1)

/** The class of a key. The key itself goes no further than here. @param key `KeyboardEvent.key`, or a class; anything else is `other` */
export function keyClass(key: unknown): KeyClass {
  if (typeof key !== 'string' || key === '') return 'other'
  const named = key.length <= 12 ? NAMED[key] : undefined
  if (named) return named
  if (!isCharacter(key)) return 'other'
  if (/^\p{L}$/u.test(key)) return 'letter'
  return /^\p{N}$/u.test(key) ? 'digit' : 'other'
}
