import { describe, expect, it } from 'vitest'
import { down, readingOf } from '../testing/traces.js'
import { pressPressureless as feature } from './press-pressureless.js'

describe('pressureless presses', () => {
  it('are the share of mouse presses with pressure 0', () => {
    expect(readingOf(feature, [down(0, 0, 0, { pressure: 0 })])).toBe(1)
    expect(readingOf(feature, [down(0, 0, 0, { pressure: 0 }), down(9, 0, 0)])).toBe(0.5)
  })

  it('are not told from fingers, pens and scripts, of which pressure 0 is to be expected', () => {
    const others = [{ pointer: 'touch' }, { pointer: 'pen' }, { pointer: 'other' }, { trusted: false }] as const
    expect(
      readingOf(
        feature,
        others.map((more, i) => down(i, 0, 0, { pressure: 0, ...more })),
      ),
    ).toBeUndefined()
  })
})
