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

  it('says nothing where there is no mouse, or a finger or pen too', () => {
    expect(readingOf(feature, [input(500)])).toBeUndefined()
    expect(readingOf(feature, [mouse, down(9, 0, 0, { pointer: 'touch' }), input(500)])).toBeUndefined()
  })
})
