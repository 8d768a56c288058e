import { describe, expect, it } from 'vitest'
import { down, readingOf } from '../testing/traces.js'
import { pressCentred as feature } from './press-centred.js'

const at = (x: number, dx: number, dy: number, size = 40) => down(x, x, 0, { offset: { dx, dy, width: 3 * size, height: size } })

describe('centred presses', () => {
  it('are those within 1 px of the centre in both directions', () => {
    expect(readingOf(feature, [at(0, 0, 0.5), at(100, -1, 1)])).toBe(1)
    expect(readingOf(feature, [at(0, 0, 0), at(100, 0, 1.5), at(200, 30, 0), at(300, -12, 8)])).toBe(0.25)
  })

  it('count once for one spot, and not at all on small or unknown targets', () => {
    expect(readingOf(feature, [at(0, 0, 0), at(100, 9, 9), at(100, 9, 9)])).toBe(0.5)
    expect(readingOf(feature, [at(0, 0, 0, 10), at(100, 0, 0, 0)])).toBeUndefined()
  })
})
