import { describe, expect, it } from 'vitest'
import { closingLine, failure, one, total } from './step.mjs'

describe('closingLine', () => {
  it('counts what passed and failed, and what was skipped when something was', () => {
    expect(closingLine(total([one(true, 'a'), one(true, 'b'), one(false, 'c')]))).toBe('2 passed, 1 failed')
    expect(closingLine(total([one(true, 'a'), { passed: 3, failed: 0, skipped: 2 }]))).toBe('4 passed, 0 failed, 2 skipped')
    expect(closingLine(total([]))).toBe('0 passed, 0 failed')
  })
})

describe('total', () => {
  it('keeps what failed, with the first line of why', () => {
    const failures = [failure('adds', 'expected 1 to be 2\n    at sum.ts:3')]
    const sum = total([one(true, 'a'), one(false, 'lint'), { passed: 1, failed: 1, skipped: 0, failures }])
    expect(sum.failures).toEqual(['lint', 'adds: expected 1 to be 2'])
  })
})
