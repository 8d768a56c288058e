import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../shared/features/input-event.js'
import { createEventBuffer } from './event-buffer.js'

const event = (kind: 'move' | 'scroll', t: number) => ({ kind, t, trusted: true }) as InputEvent

function drained(events: readonly InputEvent[]): { out: InputEvent[]; lost: number[] } {
  const buffer = createEventBuffer()
  for (const event of events) buffer.push(event)
  const [out, lost]: [InputEvent[], number[]] = [[], []]
  const taker = { push: (event: InputEvent) => void out.push(event), lose: (count: number) => void lost.push(count) }
  while (buffer.give(taker));
  expect(buffer.give(taker)).toBe(false)
  return { out, lost }
}

describe('the buffer of events', () => {
  it('loses nothing of a normal visit, and gives everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('move' as const, 'scroll' as const), { maxLength: 200 }), (kinds) => {
        const events = kinds.map(event)
        expect(drained(events)).toEqual({ out: events, lost: [] })
      }),
    )
  })

  it('gives one at a time, and what came meanwhile in its turn', () => {
    const buffer = createEventBuffer()
    for (const t of [1, 2, 3]) buffer.push(event('scroll', t))
    const out: number[] = []
    const take = { push: ({ t }: InputEvent) => void out.push(t), lose: () => {} }
    expect(buffer.give(take)).toBe(true)
    buffer.push(event('scroll', 4))
    expect(out).toEqual([1])
    while (buffer.give(take));
    expect(out).toEqual([1, 2, 3, 4])
  })

  it('drops the oldest, whole stretches of them, and says how many', () => {
    const events = Array.from({ length: 20_000 }, (_, t) => event(t % 50 ? 'move' : 'scroll', t))
    const { out, lost } = drained(events)
    expect(out.length).toBeGreaterThan(3000)
    expect(out.length).toBeLessThanOrEqual(4096)
    expect(out).toEqual(events.slice(-out.length))
    expect(lost).toEqual([20_000 - out.length])
  })

  it('stays bounded whatever comes', () => {
    const { out: left } = drained(Array.from({ length: 20_000 }, (_, t) => event('scroll', t)))
    expect(left.length).toBeLessThanOrEqual(4096)
    expect(left.at(-1)?.t).toBe(19_999)
  })
})
