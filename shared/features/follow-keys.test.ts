import { describe, expect, it } from 'vitest'
import { followKeys } from './follow-keys.js'
import type { InputEvent } from './input-event.js'
import { keyDown, keyUp } from './testing/traces.js'

function typing(events: readonly InputEvent[]) {
  const seen: unknown[] = []
  const push = followKeys({
    press: (interval, rollover) => seen.push([interval, rollover]),
    release: (held) => seen.push(held),
  })
  for (const event of events) push(event)
  return seen
}

describe('following keys', () => {
  it('gives intervals, holds and rollover', () => {
    const seen = typing([keyDown(0, 0), keyDown(90, 1), keyUp(100, 0), keyUp(160, 1), keyDown(300, 0)])
    expect(seen).toEqual([[Number.NaN, false], [90, true], 100, 70, [210, false]])
  })

  it('leaves out modifiers, repetition, virtual keyboards, composition and scripts', () => {
    const others = [{ key: 'modifier' }, { repeat: true }, { physical: false }, { composing: true }] as const
    expect(typing(others.flatMap((more, i) => [keyDown(10 * i, i, more), keyUp(10 * i + 5, i)]))).toEqual([])
  })

  it('stays calm when releases go missing or press numbers are absurd', () => {
    const absurd = [keyUp(5, 3), keyDown(10, 1e9), keyDown(Number.NaN, -7), keyUp(Number.POSITIVE_INFINITY, 63), keyUp(30, Number.NaN)]
    expect(typing(absurd)).toEqual([[Number.NaN, false], [Number.NaN, true], 20])
  })
})
