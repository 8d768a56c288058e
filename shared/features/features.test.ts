import { readdirSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { features } from './index.js'
import type { InputEvent } from './input-event.js'
import { startFeatures } from './reading/start-features.js'
import { startTally, type Tally } from './reading/tally.js'
import { move, wheel } from './testing/traces.js'

/** Numbers as an attacker's page may send them, mixed with common ones. */
const anyNumber = fc.oneof(fc.double({ min: 0, max: 2000, noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.double())
/** Times go on by small steps mostly, and sometimes anywhere. */
const anyTime = fc.oneof({ weight: 30, arbitrary: fc.double({ min: 0, max: 120, noNaN: true }) }, { weight: 1, arbitrary: fc.double() })

const trusted = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const pointer = fc.constantFrom('mouse' as const, 'mouse' as const, 'touch' as const, 'pen' as const, 'other' as const)
const flag = fc.boolean()
const place = { t: anyTime, trusted, x: anyNumber, y: anyNumber, pointer }
const measuredPlace = { ...place, zoomed: flag, flush: flag }
const kind = <K extends InputEvent['kind']>(name: K) => fc.constant(name)
const cause = fc.constantFrom('insert' as const, 'paste' as const, 'delete' as const, 'other' as const)
const offset = fc.record({ dx: anyNumber, dy: anyNumber, width: anyNumber, height: anyNumber })

const anyEvent: fc.Arbitrary<InputEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ ...measuredPlace, kind: kind('move'), samples: anyNumber }) },
  fc.record({ ...measuredPlace, kind: kind('down'), pressure: anyNumber, offset, touchable: flag }),
  fc.record({ ...place, kind: kind('up'), focused: flag }),
  fc.record({ t: anyTime, trusted, kind: kind('click'), sends: flag }),
  fc.record({
    t: anyTime,
    trusted,
    kind: kind('wheel'),
    flush: flag,
    deltaY: anyNumber,
    legacyDelta: fc.constantFrom(0, 7, 120, -240),
  }),
  fc.record({ t: anyTime, trusted, kind: kind('scroll'), top: anyNumber, words: anyNumber }),
  fc.record({
    ...{ t: anyTime, trusted, kind: kind('key-down'), modifier: flag, shifts: flag, press: fc.oneof(fc.nat(5), anyNumber) },
    ...{ repeat: flag, upper: flag, shift: flag, capsLock: flag, physical: flag, composing: flag },
  }),
  fc.record({ t: anyTime, trusted, kind: kind('key-up'), press: fc.oneof(fc.nat(5), anyNumber) }),
  fc.record({ t: anyTime, trusted, kind: kind('input'), cause, composing: flag, several: flag }),
  fc.record({ t: anyTime, trusted, kind: fc.constantFrom('focus' as const, 'hide' as const, 'submit' as const, 'char' as const) }),
)

/** Where steps of time are given, sums of them: a clock that runs on, with the odd leap. */
const anyEvents = fc.array(anyEvent, { maxLength: 400, size: 'max' }).map((events) => {
  let now = 0
  return events.map((event) => {
    now = Number.isFinite(now + event.t) && Math.abs(event.t) <= 120 ? now + event.t : now
    return { ...event, t: Math.abs(event.t) <= 120 ? now : event.t } as InputEvent
  })
})

function readAll(events: readonly InputEvent[]) {
  const { push, read } = startFeatures()
  for (const event of events) push(event)
  return read()
}

describe('all features', () => {
  it('are listed: every file of the folders that has one, once', () => {
    const folder = new URL('.', import.meta.url)
    const files = readdirSync(folder, { recursive: true }).map(String)
    const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    const ids = sources.flatMap((name) => /id: '(input\.[a-z-]+)'/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? [])
    expect(features.map(({ id }) => id as string).sort()).toEqual(ids.sort())
    expect(ids.length).toBeGreaterThanOrEqual(42)
    for (const [i, id] of features.map(({ id }) => id).entries()) expect(features.findIndex((one) => one.id === id)).toBe(i)
  })

  it('have no value where nothing happened', () => {
    for (const [id, observation] of readAll([])) expect(observation.state, id).toBe('unsupported')
  })

  it('stay within their range and never have a value below what they need, whatever the events', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const tally = startTally()
        for (const event of events) tally.push(event)
        const counts = tally.read(0)
        const readings = readAll(events)
        for (const { id, needs, range } of features) {
          const reading = readings.get(id)!
          if (reading.state !== 'ok') continue
          expect(reading.value, id).toBeGreaterThanOrEqual(range[0])
          expect(reading.value, id).toBeLessThanOrEqual(range[1])
          for (const [counter, least] of Object.entries(needs)) {
            expect(counts[counter as keyof Tally], `${id} ${counter}`).toBeGreaterThanOrEqual(least)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('read the same however the events are batched, and reading changes nothing', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 50 }), (events, batch) => {
        const { push, read } = startFeatures()
        for (const [i, event] of events.entries()) {
          push(event)
          if (i % batch === 0) read()
        }
        expect(read()).toEqual(read())
        expect(read()).toEqual(readAll(events))
      }),
      { numRuns: 100 },
    )
  })

  it('find their way back after hostile numbers', () => {
    const walk = (from: number) =>
      Array.from({ length: 600 }, (_, i) =>
        move(from + 16 * i + (i % 60) * 0.1 + Math.floor(i / 60) * 200, 300 + 200 * Math.sin(i / 9), 300 + 90 * Math.sin(i / 5), {
          samples: 2,
        }),
      )
    const hostile = [Number.NaN, Infinity, -Infinity, 1e308].flatMap((n) => [
      move(n, n, -n, { samples: n }),
      move(5000, n, n, { samples: n }),
    ])
    const clean = readAll(walk(100_000))
    const after = readAll([...hostile, ...walk(100_000)])
    for (const [id, reading] of clean) if (id.startsWith('input.movement')) expect(after.get(id), id).toEqual(reading)
  })

  it('take no more memory for more events', () => {
    const { push } = startFeatures()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const used = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const play = (events: number, from: number) => {
      for (let i = 0; i < events; i++) {
        const t = from + 8 * i
        push(move(t, i % 997, i % 613))
        if (i % 9 === 0) push(wheel(t, i, -120))
      }
    }
    play(20_000, 0)
    const before = used()
    play(200_000, 1e6)
    // A list of the events would take 20 MB.
    expect(used() - before).toBeLessThan(1e6)
  })
})
