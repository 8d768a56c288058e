import { describe, expect, it } from 'vitest'
import { keyClass } from './key-class.js'

describe('the class of a key', () => {
  it.each([
    ['Backspace', 'backspace'],
    ['Shift', 'modifier'],
    ['AltGraph', 'modifier'],
    ['CapsLock', 'modifier'],
    ['a', 'other'],
    ['語', 'other'],
    ['😀', 'other'],
    [' ', 'other'],
    ['F1', 'other'],
    ['Unidentified', 'other'],
  ])('of %s is %s', (key, expected) => expect(keyClass(key)).toBe(expected))
})
