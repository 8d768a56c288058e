import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreBehaviour } from '../score-behaviour.js'
import { appendEvents } from '../session/append-events.js'
import { startSession } from '../session/session-state.js'
import { verifyBehaviour } from '../verify-behaviour.js'
import { MOST_EVENTS, MOST_FINGERPRINTS, parseEvents } from './parse-events.js'

const parsed = (events: readonly unknown[]) => {
  const result = parseEvents({ events })
  return result.ok ? result.value.events : []
}

describe('posted events', () => {
  it('are refused where there is no data, or no event, or more than a request may hold', () => {
    for (const body of [undefined, null, '', 7, [], {}]) expect(parseEvents(body)).toEqual({ ok: false, error: 'no-data' })
    for (const events of [[], {}, 'x', null]) expect(parseEvents({ events })).toEqual({ ok: false, error: 'no-events' })
    expect(parseEvents({ session_id: 'x' })).toEqual({ ok: false, error: 'no-events' })
    const many = new Array(MOST_EVENTS + 1).fill({ type: 'hover' })
    expect(parseEvents({ events: many })).toEqual({ ok: false, error: 'too-many-events' })
    expect(parseEvents({ events: many.slice(1) }).ok).toBe(true)
  })

  it('may lack every field but their type, as the vendor’s own quickstart does: what is missing is absent, not a default', () => {
    expect(parsed([{ type: 'click', x: 3, y: 4 }, { type: 'keydown' }, { type: 'scroll', delta_y: 100 }])).toEqual([
      { type: 'click', x: 3, y: 4 },
      { type: 'keydown', key: 'other' },
      { type: 'scroll', delta: 100 },
    ])
  })

  it('of a type that is not known are counted and left out, and so is a move to nowhere', () => {
    const result = parseEvents({
      events: [{ type: 'keyup' }, { type: 'toString' }, 5, null, { type: 'mousemove', x: 1 }, { type: 'hover' }],
    })
    expect(result).toMatchObject({ ok: true, value: { ignored: 5, events: [{ type: 'hover' }] } })
  })

  it('hold some fingerprints, and ignore a thousand', () => {
    const result = parseEvents({ events: new Array(1000).fill({ type: 'fingerprint', data: { webdriver: true } }) })
    expect(result).toMatchObject({ ok: true, value: { ignored: 1000 - MOST_FINGERPRINTS } })
  })

  it('lose fields that are out of range or of another type', () => {
    const strange = { x: '3', y: 1e300, elem_center_x: [], elem_center_y: Number.NaN, element_id: 7, isTrusted: 'yes', timestamp_ms: -1 }
    expect(parsed([{ type: 'click', ...strange }])).toEqual([{ type: 'click' }])
  })

  it('never hold a key, a name or a page: a key is its class at once', () => {
    const secret = 'hunter2'
    const events = parsed([
      ...[...secret].map((key) => ({ type: 'keydown', key })),
      { type: 'click', element_id: secret },
      { type: 'hover', element_id: secret },
      { type: 'page_enter', page: `https://x/${secret}/login?q=${secret}`, word_count: 5 },
      { type: 'fingerprint', data: { userAgent: secret, [secret]: secret } },
    ])
    expect(JSON.stringify(events)).not.toContain(secret)
    expect(events.slice(0, 7).map((event) => 'key' in event && event.key)).toEqual([...new Array(6).fill('letter'), 'digit'])
    expect(events[9]).toEqual({ type: 'page_enter', words: 5, purposes: ['log-in'] })
  })

  it('are scored and verified without an exception, whatever JSON they are', () => {
    const field = fc.constantFrom(
      ...[
        'x',
        'y',
        'elem_center_x',
        'elem_center_y',
        'element_id',
        'isTrusted',
        'timestamp_ms',
        'key',
        'delay_ms',
        'delta_y',
        'delta_mode',
      ],
      ...['pause_after_ms', 'scroll_y', 'data', 'page', 'word_count', '__proto__', 'constructor'],
    )
    const type = fc.constantFrom('mousemove', 'click', 'keydown', 'scroll', 'hover', 'fingerprint', 'page_enter', 'page_leave', 'other')
    const value = fc.oneof(fc.double(), fc.integer({ min: 0, max: 3000 }), fc.boolean(), fc.string(), fc.jsonValue({ maxDepth: 3 }))
    const event = fc.tuple(type, fc.dictionary(field, value)).map(([type, fields]) => ({ ...fields, type }))
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: event }, { weight: 1, arbitrary: fc.jsonValue() }), { maxLength: 60 }),
        (events) => {
          const result = parseEvents({ events })
          if (!result.ok) return
          const state = appendEvents(startSession(), result.value)
          const { overall_score, event_count } = scoreBehaviour(state)
          expect(overall_score).toBeGreaterThanOrEqual(0)
          expect(overall_score).toBeLessThanOrEqual(100)
          expect(event_count).toBe(result.value.events.length)
          expect(verifyBehaviour(state).overall_score).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})
