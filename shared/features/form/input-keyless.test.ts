import { describe, expect, it } from 'vitest'
import { down, input, keyDown, move, readingOf } from '../testing/traces.js'
import { inputKeyless as feature } from './input-keyless.js'

const mouse = move(0, 5, 5)

describe('text without keys', () => {
  it('is the share of insertions with no key press before them', () => {
    expect(readingOf(feature, [mouse, input(500), input(520)])).toBe(1)
    expect(readingOf(feature, [mouse, keyDown(500), input(505), keyDown(700), input(900), input(1200)])).toBeCloseTo(1 / 3, 6)
  })

  it('does not count pasted, replaced, composed and scripted text', () => {
    const others = [{ cause: 'paste' }, { cause: 'other' }, { composing: true }, { trusted: false }] as const
    expect(readingOf(feature, [mouse, ...others.map((more, i) => input(i, { ...more }))])).toBeUndefined()
  })

  it('says nothing where there is no mouse, or a finger or another pointer too', () => {
    expect(readingOf(feature, [input(500)])).toBeUndefined()
    for (const pointer of ['touch', 'other'] as const)
      expect(readingOf(feature, [mouse, down(9, 0, 0, { pointer }), input(500)])).toBeUndefined()
  })

  it('takes a pen that feels no pressure for a mouse, and leaves alone whoever may write by hand', () => {
    const pens = (...pressures: number[]) => pressures.map((pressure, i) => down(9 * i, 0, 0, { pointer: 'pen', pressure }))
    expect(readingOf(feature, [...pens(0, 0), input(500)])).toBe(1)
    expect(readingOf(feature, [...pens(0.5), input(500)])).toBe(1)
    expect(readingOf(feature, [...pens(0, 0.31), input(500)])).toBeUndefined()
    expect(readingOf(feature, [mouse, ...pens(0.31), input(500)])).toBeUndefined()
    const hovering = move(1, 9, 9, { pointer: 'pen' })
    expect(readingOf(feature, [hovering, input(500)])).toBeUndefined()
    expect(readingOf(feature, [mouse, hovering, input(500)])).toBe(1)
  })
})
