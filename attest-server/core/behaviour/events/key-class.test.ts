import { describe, expect, it } from 'vitest'
import { keyClass } from './key-class.js'

describe('the class of a key', () => {
  it.each([
    ['a', 'letter'],
    ['Ä', 'letter'],
    ['ж', 'letter'],
    ['𐐀', 'letter'],
    ['7', 'digit'],
    [' ', 'space'],
    ['@', 'other'],
    ['Backspace', 'backspace'],
    ['Delete', 'backspace'],
    ['Enter', 'enter'],
    ['Tab', 'nav'],
    ['Shift', 'modifier'],
    ['Process', 'composed'],
    ['F5', 'other'],
    ['letter', 'letter'],
    ['__proto__', 'other'],
    ['constructor', 'other'],
    ['a whole password', 'other'],
    ['', 'other'],
    [7, 'other'],
    [undefined, 'other'],
  ])('of %j is %s', (key, expected) => {
    expect(keyClass(key)).toBe(expected)
  })
})
