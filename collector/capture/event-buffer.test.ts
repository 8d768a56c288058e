import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../shared/features/input-event.js'
import { createEventBuffer } from './event-buffer.js'

const event = (kind: 'move' | 'scroll', t: number) => ({ kind, t, trusted: true }) as InputEvent

function drained(events: readonly InputEvent[]): InputEvent[] {
  const buffer = createEventBuffer()
  for (const event of events) buffer.push(event)
  const out: InputEvent[] = []
  buffer.drain((event) => out.push(event))
  buffer.drain((event) => out.push(event))
  return out
}

describe('the buffer of events', () => {
  it('loses nothing of a normal visit, and gives everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('move' as const, 'scroll' as const), { maxLength: 200 }), (kinds) => {
        const events = kinds.map(event)
        expect(drained(events)).toEqual(events)
      }),
    )
  })

  it('drops the oldest moves first, and keeps the order', () => {
    const events = Array.from({ length: 20_000 }, (_, t) => event(t % 50 ? 'move' : 'scroll', t))
    const left = drained(events)
    expect(left.length).toBeLessThanOrEqual(4096)
    expect(left.filter(({ kind }) => kind === 'scroll')).toHaveLength(400)
    expect(left.at(-1)?.t).toBe(19_999)
    const times = left.map(({ t }) => t)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const moves = left.filter(({ kind }) => kind === 'move')
    expect(moves[0]!.t).toBeGreaterThan(15_000)
  })

  it('stays bounded whatever comes', () => {
    const left = drained(Array.from({ length: 20_000 }, (_, t) => event('scroll', t)))
    expect(left.length).toBeLessThanOrEqual(4096)
    expect(left.at(-1)?.t).toBe(19_999)
  })
})
