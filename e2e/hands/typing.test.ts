import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChooser } from './chooser.js'
import { type Rhythm, rhythmOf } from './rhythm.js'
import type { Timeline } from './timeline.js'
import { typing } from './typing.js'

const NAMES: Readonly<Record<string, string>> = { period: '.', minus: '-', space: ' ' }
const SHIFTED: Readonly<Record<string, string>> = { '2': '@', '1': '!', minus: '_' }

/** What a US keyboard writes: fails on a press of a key that is down, on a release of one that is not, and on keys left down. */
function written(timeline: Timeline): string {
  const down = new Set<string>()
  let text = ''
  for (const [, op, key] of timeline as readonly [number, string, string][]) {
    if (op === 'key-up') {
      expect(down.delete(key), `${key} is down before it comes up`).toBe(true)
      continue
    }
    expect(down.has(key), `${key} is up before it goes down`).toBe(false)
    if (key !== 'Shift_L') text += down.has('Shift_L') ? (SHIFTED[key] ?? key.toUpperCase()) : (NAMES[key] ?? key)
    down.add(key)
  }
  expect([...down]).toEqual([])
  return text
}

const beats = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 900 }), dwell: fc.integer({ min: 1, max: 400 }) }), {
  minLength: 3,
  maxLength: 60,
})
const shifts = fc.array(fc.record({ lead: fc.integer({ min: 1, max: 500 }), tail: fc.integer({ min: 1, max: 400 }) }), { minLength: 1 })
const text = fc.string({ unit: fc.constantFrom(...'abcABCzZ0129.-@_! '), minLength: 1, maxLength: 40 })

describe('typing', () => {
  it('writes the text, whatever the rhythm', () => {
    fc.assert(
      fc.property(text, beats, shifts, fc.string(), (wanted, beats, shifts, seed) => {
        const timeline = typing(wanted, { beats, shifts }, createChooser(seed))
        expect(written(timeline)).toBe(wanted)
        expect(timeline.every(([t], i) => t >= (timeline[i - 1]?.[0] ?? 0))).toBe(true)
      }),
    )
  })

  it('keeps dwell, gaps and overlaps as they were recorded', () => {
    const rhythm: Rhythm = {
      beats: [
        { gap: 0, dwell: 90 },
        { gap: 60, dwell: 110 },
        { gap: 200, dwell: 70 },
      ],
      shifts: [{ lead: 80, tail: 60 }],
    }
    expect(typing('abc', rhythm, createChooser(''))).toEqual([
      [0, 'key-down', 'a'],
      [60, 'key-down', 'b'],
      [90, 'key-up', 'a'],
      [170, 'key-up', 'b'],
      [260, 'key-down', 'c'],
      [330, 'key-up', 'c'],
    ])
  })
})

describe('a rhythm', () => {
  it('is made of a person’s keystrokes, without Shift, corrections and long thoughts', () => {
    const sentence = [
      ['kd', 0, null, null, 'other'],
      ['kd', 120, null, null, 'letter'],
      ['ku', 180, null, null, 'other'],
      ['ku', 210, null, null, 'letter'],
      ['kd', 300, null, null, 'backspace'],
      ['ku', 380, null, null, 'backspace'],
      ['kd', 450, null, null, 'letter'],
      ['ku', 530, null, null, 'letter'],
      ['kd', 5000, null, null, 'letter'],
      ['ku', 5100, null, null, 'letter'],
    ] as const
    const { beats, shifts } = rhythmOf([{ user: 'someone', label: 'human', events: sentence }])
    expect(shifts).toEqual([{ lead: 120, tail: 60 }])
    expect(beats.map(({ gap, dwell }) => [gap, dwell])).toEqual([
      [0, 90],
      [150, 80],
    ])
  })

  it('needs a person who uses Shift', () => {
    expect(() => rhythmOf([])).toThrow(/Shift/)
  })
})
