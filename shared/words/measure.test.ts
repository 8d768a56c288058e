import { describe, expect, it } from 'vitest'
import { measure } from './measure.js'

describe('a number with its unit', () => {
  it.each([
    [26, '⅛ s', '3.25 s'],
    [8, '⅛ s', '1 s'],
    [0.5, '%', '50 %'],
    [0.02, 'days', 'less than an hour'],
    [-0.33, '', '−0.33'],
  ])('%d of “%s” is “%s”', (value, unit, words) => expect(measure(value, unit)).toBe(words))
})
