import { describe, expect, it } from 'vitest'
import { type ProblemCode, problem, problems } from './problem.js'

describe('a problem', () => {
  it.each(Object.keys(problems) as ProblemCode[])('%s has a stable type, an error status and a title', (code) => {
    const { type, status, title } = problem(code)
    expect(type).toBe(`urn:vouchsafe:problem:${code}`)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(title).toMatch(/\.$/)
  })

  it('carries a detail only where there is one', () => {
    expect(problem('not-found')).not.toHaveProperty('detail')
    expect(problem('not-found', 'no such verdict').detail).toBe('no such verdict')
  })
})
