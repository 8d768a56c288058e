import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../shared/features/input-event.js'
import { createEventBuffer } from './event-buffer.js'

const event = (kind: 'move' | 'scroll', t: number) => ({ kind, t, trusted: true }) as InputEvent

function drained(events: readonly InputEvent[]): InputEvent[] {
  const buffer = createEventBuffer()
  for (const event of events) buffer.push(event)
  const out: InputEvent[] = []
  buffer.drain(
    (event) => out.push(event),
    () => true,
  )
  buffer.drain(
    (event) => out.push(event),
    () => true,
  )
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

  it('gives no more than is asked for, and what came meanwhile in its turn', () => {
    const buffer = createEventBuffer()
    for (const t of [1, 2, 3]) buffer.push(event('scroll', t))
    const out: number[] = []
    const take = ({ t }: InputEvent) => void out.push(t)
    expect(buffer.drain(take, () => out.length < 2)).toBe(false)
    buffer.push(event('scroll', 4))
    expect(out).toEqual([1, 2])
    expect(buffer.drain(take, () => true)).toBe(true)
    expect(out).toEqual([1, 2, 3, 4])
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
