import { describe, expect, it } from 'vitest'
import { closingLine, one, total } from './step.mjs'

describe('closingLine', () => {
  it('counts what passed and failed, and what was skipped when something was', () => {
    expect(closingLine(total([one(true), one(true), one(false)]))).toBe('2 passed, 1 failed')
    expect(closingLine(total([one(true), { passed: 3, failed: 0, skipped: 2 }]))).toBe('4 passed, 0 failed, 2 skipped')
    expect(closingLine(total([]))).toBe('0 passed, 0 failed')
  })
})
