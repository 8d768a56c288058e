import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastesPassword } from '../../../../shared/features/testing/people.js'
import { scoreBehaviour } from '../score-behaviour.js'
import { postedOf } from '../testing/posted-of.js'
import { batchOf, sessionOf } from '../testing/session-of.js'
import { appendEvents } from './append-events.js'
import { decodeSession, encodeSession } from './encode-session.js'
import { LONGEST_TAIL, type SessionState, startSession } from './session-state.js'

const inBatches = (events: readonly unknown[], cuts: readonly number[]): SessionState => {
  const ends = [...new Set(cuts.map((cut) => cut % (events.length + 1)))].sort((a, b) => a - b)
  const batches = [0, ...ends].map((from, i) => events.slice(from, [...ends, events.length][i]))
  return batches.reduce((state, batch) => (batch.length > 0 ? appendEvents(state, batchOf(batch)) : state), startSession())
}

/** A mouse that goes round for so long. */
const rounds = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ type: 'mousemove', isTrusted: true, timestamp_ms: 16 * i + 400 * Math.floor(i / 100) },
    ...{ x: Math.round(400 + 300 * Math.cos(i / 9 + i * i * 1e-5)), y: Math.round(300 + 200 * Math.sin(i / 7)) },
  }))

const kinds = fc.constantFrom('mousemove', 'click', 'keydown', 'scroll', 'hover', 'page_enter', 'page_leave')
const event = fc.record({
  type: kinds,
  x: fc.nat(1000),
  y: fc.nat(1000),
  elem_center_x: fc.nat(1000),
  elem_center_y: fc.nat(1000),
  element_id: fc.constantFrom('a', 'b', 'c'),
  key: fc.constantFrom('a', 'Enter', 'Shift', 'Backspace', 'Tab'),
  delay_ms: fc.nat(500),
  delta_y: fc.constantFrom(100, -100, 53),
  pause_after_ms: fc.nat(500),
  isTrusted: fc.boolean(),
  page: fc.constantFrom('/login', '/article'),
  word_count: fc.nat(2000),
})
/** In the order of time; each page may have a clock that begins anew. */
const visit = fc.array(fc.tuple(event, fc.nat(400)), { minLength: 1, maxLength: 120 }).map((items) => {
  let t = 0
  return items.map(([one, dt]) => {
    t = one.type === 'page_enter' && dt % 2 ? 0 : t + dt
    return { ...one, timestamp_ms: t }
  })
})

describe('a continuous session', () => {
  it('is the same however its events are cut into posts', () => {
    fc.assert(
      fc.property(visit, fc.array(fc.nat(200), { maxLength: 5 }), (events, cuts) => {
        expect(inBatches(events, cuts)).toEqual(sessionOf(events))
      }),
    )
  })

  it('is the same also where it is too long to be kept event by event', () => {
    const events = rounds(9000)
    expect(inBatches(events, [17, 2500, 4000, 4001, 8999])).toEqual(sessionOf(events))
  })

  it('is the same after it was in a store', () => {
    fc.assert(
      fc.property(visit, visit, (first, second) => {
        const later = second.map((one) => ({ ...one, timestamp_ms: one.timestamp_ms + 1e6 }))
        const kept = decodeSession(encodeSession(sessionOf(first)))
        expect(kept.ok && appendEvents(kept.value, batchOf(later))).toEqual(appendEvents(sessionOf(first), batchOf(later)))
      }),
    )
  })

  it('leaves the state before as it was', () => {
    const state = sessionOf(rounds(50))
    const before = encodeSession(state)
    appendEvents(state, batchOf(rounds(60)))
    expect(encodeSession(state)).toBe(before)
  })

  it('stays small, however long it goes on', () => {
    let state = startSession()
    const events = rounds(15_000)
    for (let i = 0; i < 3; i++) {
      state = appendEvents(state, batchOf(events.map((one) => ({ ...one, timestamp_ms: one.timestamp_ms + 1e6 * i }))))
    }
    expect(state.counts.mousemove).toBe(45_000)
    expect(state.tail.length).toBeLessThanOrEqual(LONGEST_TAIL)
    expect(encodeSession(state).length).toBeLessThan(120_000)
  })

  it('goes on over pages whose clocks begin anew', () => {
    const page = [
      { type: 'page_enter', page: '/a', word_count: 400, timestamp_ms: 0 },
      ...rounds(200),
      { type: 'page_leave', timestamp_ms: 9000 },
    ]
    const { clock, counts } = sessionOf([...page, ...page])
    expect(counts.page_enter).toBe(2)
    expect(clock.now).toBe(18_000)
    expect(scoreBehaviour(sessionOf([...page, ...page])).signals.event_ordering?.status).toBe('pass')
  })

  it('takes little longer for pages that begin anew all the time', () => {
    const pages = Array.from({ length: 20_000 }, (_, i) =>
      i % 2 ? { type: 'mousemove', x: i % 900, y: 5, timestamp_ms: 90 } : { type: 'page_enter', timestamp_ms: 0 },
    )
    const state = sessionOf(pages)
    expect(state.counts.page_enter).toBe(10_000)
    expect(state.tail.length).toBeLessThanOrEqual(LONGEST_TAIL)
  })

  it('knows no difference between clocks of a page and of the world', () => {
    const events = postedOf(pastesPassword(3))
    const world = events.map((one) => ({ ...one, timestamp_ms: Math.round(one.timestamp_ms as number) + 1_760_000_000_000 }))
    const page = events.map((one) => ({ ...one, timestamp_ms: Math.round(one.timestamp_ms as number) }))
    expect(scoreBehaviour(sessionOf(world))).toEqual(scoreBehaviour(sessionOf(page)))
  })

  it('puts what was posted type by type into the order of time', () => {
    const events = postedOf(pastesPassword(3))
    const sorted = [...events].sort((a, b) => String(a.type).localeCompare(String(b.type)))
    const [mixed, straight] = [scoreBehaviour(sessionOf(sorted)), scoreBehaviour(sessionOf(events))]
    expect(mixed.overall_score).toBe(straight.overall_score)
    expect(mixed.signals.event_ordering?.status).toBe('pass')
  })

  it('is refused from a store where it is damaged or of another version', () => {
    const text = encodeSession(sessionOf(rounds(30)))
    expect(decodeSession('{')).toEqual({ ok: false, error: 'malformed' })
    expect(decodeSession('null')).toEqual({ ok: false, error: 'malformed' })
    expect(decodeSession(text.replace(/"layout":"[^"]*"/, '"layout":"0"'))).toEqual({ ok: false, error: 'stale' })
    expect(decodeSession(text.replace('"tail":[[', '"tail":[["x",'))).toEqual({ ok: false, error: 'malformed' })
    expect(decodeSession(text.replace('"sums":[', '"sums":[1e9,1,'))).toEqual({ ok: false, error: 'malformed' })
  })
})
