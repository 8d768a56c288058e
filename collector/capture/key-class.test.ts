import { describe, expect, it } from 'vitest'
import { keyClass } from './key-class.js'

describe('the class of a key', () => {
  it.each([
    ['a', 'letter'],
    ['É', 'letter'],
    ['ж', 'letter'],
    ['語', 'letter'],
    ['7', 'digit'],
    ['٣', 'digit'],
    ['@', 'symbol'],
    ['😀', 'symbol'],
    [' ', 'space'],
    ['Backspace', 'backspace'],
    ['Enter', 'enter'],
    ['Tab', 'tab'],
    ['Shift', 'modifier'],
    ['AltGraph', 'modifier'],
    ['CapsLock', 'modifier'],
    ['ArrowLeft', 'navigation'],
    ['PageDown', 'navigation'],
    ['End', 'navigation'],
    ['F1', 'other'],
    ['Delete', 'other'],
    ['Process', 'other'],
    ['Unidentified', 'other'],
    ['Dead', 'other'],
  ])('of %s is %s', (key, expected) => expect(keyClass(key)).toBe(expected))
})
