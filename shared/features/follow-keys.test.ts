import { describe, expect, it } from 'vitest'
import { followKeys } from './follow-keys.js'
import type { InputEvent } from './input-event.js'
import { keyDown, keyUp } from './testing/traces.js'

function typing(events: readonly InputEvent[]) {
  const seen: unknown[] = []
  const push = followKeys({
    press: (interval) => seen.push([interval]),
    release: (held) => seen.push(held),
  })
  for (const event of events) push(event)
  return seen
}

describe('following keys', () => {
  it('gives intervals and holds, also of keys that overlap', () => {
    const seen = typing([keyDown(0, 0), keyDown(90, 1), keyUp(100, 0), keyUp(160, 1), keyDown(300, 0)])
    expect(seen).toEqual([[Number.NaN], [90], 100, 70, [210]])
  })

  it('leaves out modifiers, repetition, virtual keyboards, composition and scripts', () => {
    const others = [{ modifier: true }, { repeat: true }, { physical: false }, { composing: true }] as const
    expect(typing(others.flatMap((more, i) => [keyDown(10 * i, i, more), keyUp(10 * i + 5, i)]))).toEqual([])
  })

  it('stays calm when releases go missing or press numbers are absurd', () => {
    const absurd = [keyUp(5, 3), keyDown(10, 1e9), keyDown(Number.NaN, -7), keyUp(Number.POSITIVE_INFINITY, 63), keyUp(30, Number.NaN)]
    expect(typing(absurd)).toEqual([[Number.NaN], [Number.NaN], 20])
  })
})
