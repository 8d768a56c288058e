import { describe, expect, it } from 'vitest'
import { frameStep } from './frame-step.js'
import { isOnGrid } from './is-on-grid.js'

describe('a time on a grid', () => {
  it('is a multiple of the step, and nothing between', () => {
    for (const step of [100, frameStep, 1, 0.1]) {
      for (const n of [0, 1, 7, 999]) expect(isOnGrid(n * step, step), `${n} × ${step}`).toBe(true)
      for (const n of [0.5, 1.1, 6.9]) expect(isOnGrid(n * step, step), `${n} × ${step}`).toBe(false)
    }
  })

  it('is what a Firefox that resists fingerprinting says, however long the page is open', () => {
    for (const now of [816.683, 1350.027, 5133.436, 9750.195]) expect(isOnGrid(now, frameStep), `${now}`).toBe(true)
  })

  it('is no number that is none', () => {
    for (const t of [Number.NaN, Infinity]) expect(isOnGrid(t, 1)).toBe(false)
  })
})
