import { describe, expect, it } from 'vitest'
import { measured } from './measured.js'

describe('a measured value', () => {
  it('is unsupported without a number', () => {
    expect(measured(Number.NaN, [0, 2])).toEqual({ state: 'unsupported' })
    expect(measured(Number.POSITIVE_INFINITY, [0, 2])).toEqual({ state: 'unsupported' })
  })

  it('is kept within its range', () => {
    expect(measured(3, [0, 2])).toEqual({ state: 'ok', value: 2 })
    expect(measured(-1, [0, 2])).toEqual({ state: 'ok', value: 0 })
  })
})
