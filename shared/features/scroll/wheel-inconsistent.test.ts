import { describe, expect, it } from 'vitest'
import { readingOf, wheel } from '../testing/traces.js'
import { wheelInconsistent as feature } from './wheel-inconsistent.js'

const wheels = (...turns: (readonly [deltaY: number, legacy: number])[]) => turns.map(([dy, legacy], i) => wheel(50 * i, dy, legacy))

describe('inconsistent wheels', () => {
  it('are none where one ratio holds, whichever and however fast', () => {
    expect(readingOf(feature, wheels([53, -120], [-53, 120], [106, -240], [159, -360]))).toBe(0)
  })

  it('are those of another ratio than the notch before', () => {
    expect(readingOf(feature, wheels([400, -120], [250, -120], [250, -120]))).toBe(0.5)
  })

  it('are not told from trackpads', () => {
    expect(readingOf(feature, wheels([4, -12], [7, -20], [2, -6], [9, -31]))).toBeUndefined()
  })
})
