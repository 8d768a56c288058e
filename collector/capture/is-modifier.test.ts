import { expect, it } from 'vitest'
import { isModifier } from './is-modifier.js'

it.each(['Shift', 'Control', 'AltGraph', 'Meta', 'CapsLock', 'FnLock'])('takes %s for a modifier', (key) =>
  expect(isModifier(key)).toBe(true),
)

it.each(['a', '語', '😀', ' ', 'Backspace', 'Tab', 'F1', 'Alphanumeric', 'Convert', 'Unidentified', ''])('takes "%s" for none', (key) =>
  expect(isModifier(key)).toBe(false),
)
