import { describe, expect, it } from 'vitest'
import { measured } from './measured.js'

describe('a measured value', () => {
  it('is unsupported without enough data or without a number', () => {
    expect(measured(false, 1, [0, 2])).toEqual({ state: 'unsupported' })
    expect(measured(true, Number.NaN, [0, 2])).toEqual({ state: 'unsupported' })
    expect(measured(true, Number.POSITIVE_INFINITY, [0, 2])).toEqual({ state: 'unsupported' })
  })

  it('is kept within its range', () => {
    expect(measured(true, 3, [0, 2])).toEqual({ state: 'ok', value: 2 })
    expect(measured(true, -1, [0, 2])).toEqual({ state: 'ok', value: 0 })
  })
})
