import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { draw } from './draw.js'

const digest = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 22)

describe('draw', () => {
  it('gives a name the same numbers each time, and another name others', () => {
    expect(draw(digest('a'))).toEqual(draw(digest('a')))
    expect(draw(digest('a'))).not.toEqual(draw(digest('b')))
  })

  it('gives three numbers from 0 up to, and not including, 1', () => {
    expect(draw('A'.repeat(22))).toEqual([0, 0, 0])
    for (const number of draw('_'.repeat(22))) expect([number < 1, number > 0.999999]).toEqual([true, true])
  })

  it('spreads them evenly, each apart from the others', () => {
    const draws = Array.from({ length: 4000 }, (_, i) => draw(digest(`name ${i}`)))
    for (const i of [0, 1, 2] as const) {
      expect(draws.filter((one) => one[i] < 0.1).length / 4000).toBeCloseTo(0.1, 1)
      expect(draws.reduce((sum, one) => sum + one[i], 0) / 4000).toBeCloseTo(0.5, 1)
    }
    expect(draws.filter(([a, b]) => a < 0.5 && b < 0.5).length / 4000).toBeCloseTo(0.25, 1)
  })
})
