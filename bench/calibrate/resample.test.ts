import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../shared/features/input-event.js'
import { type Recording, toRecording } from '../lib/recordings.js'
import { joinGestures } from './join-gestures.js'
import { recorders, resample } from './resample.js'

const raw = { source: 's', label: 'human' as const, kind: 'k', id: '1', user: 'u', device: 'mouse' as const }
/** A second of moves each 2 ms, a press in the middle. */
const gesture: Recording = toRecording({
  ...raw,
  events: [
    ...Array.from({ length: 250 }, (_, i) => ['m', 2 * i, 100 + i, 50] as const),
    ['d', 500, 350, 50],
    ['u', 600, 350, 50],
    ...Array.from({ length: 200 }, (_, i) => ['m', 602 + 2 * i, 350 - i, 50] as const),
  ],
})
const movesOf = (events: readonly InputEvent[]) => events.filter(({ kind }) => kind === 'move')

describe('seeing a hand by another recorder', () => {
  it.each(recorders)('keeps a move for each $every ms, in times of $tick ms, and all else', ({ every, tick }) => {
    const seen = resample(gesture.events, { every, tick })
    const moves = movesOf(seen)
    expect(moves.length).toBeGreaterThan(900 / every - 10)
    expect(moves.length).toBeLessThan(1000 / every + 4)
    for (const { t } of seen) expect(Math.abs(t / tick - Math.round(t / tick))).toBeLessThan(1e-6)
    // The press, its release, and the hidden page at the end.
    expect(seen.filter(({ kind }) => kind !== 'move')).toHaveLength(3)
    expect(seen.map(({ t }) => t)).toEqual(seen.map(({ t }) => t).sort((a, b) => a - b))
  })

  it('ends where the hand did', () => {
    const last = movesOf(resample(gesture.events, { every: 100, tick: 1 })).at(-1)
    expect(last).toMatchObject({ x: 151 })
  })
})

describe('joining gestures', () => {
  const many = (count: number, about: Partial<Recording> = {}) => Array.from({ length: count }, () => ({ ...gesture, ...about }))

  it('makes visits of 12 s and more of one source, label and kind, each gesture beginning where the one before ended', () => {
    const visits = joinGestures(many(30))
    expect(visits.length).toBeGreaterThan(1)
    for (const { duration, events } of visits) {
      expect(duration).toBeGreaterThan(10_000)
      const moves = movesOf(events) as { t: number; x: number }[]
      for (const [i, move] of moves.entries()) {
        if (i === 0) continue
        expect(move.t).toBeGreaterThan(moves[i - 1]!.t)
        expect(Math.abs(move.x - moves[i - 1]!.x)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('leaves visits alone, and never mixes people with bots', () => {
    expect(joinGestures(many(30, { duration: 20_000 }))).toEqual([])
    const mixed = joinGestures(many(30).map((one, i): Recording => (i % 2 ? { ...one, label: 'bot' } : one)))
    expect(mixed.map(({ label }) => label).sort()).toEqual(['bot', 'human'])
  })
})
