import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../../shared/features/input-event.js'
import { startTally, type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { checkTally } from './tally.js'

const zero = Object.fromEntries(tallyKeys.map((key) => [key, 0])) as unknown as Tally
const wire = (changes: Partial<Tally>) => tallyKeys.map((key) => ({ ...zero, elapsed: 10_000, ...changes })[key])
const impossible = (rule: string) => ({ ok: false, error: { reason: 'tally-impossible', rule } })

describe('checkTally', () => {
  it('names the counts', () => {
    expect(checkTally(wire({ moves: 7, keys: 3 }))).toEqual({ ok: true, value: { ...zero, elapsed: 10_000, moves: 7, keys: 3 } })
  })

  it('takes what an older collector did not count for zero', () => {
    expect(checkTally(wire({ moves: 7 }).slice(0, 2))).toEqual({ ok: true, value: { ...zero, elapsed: 10_000, moves: 7 } })
  })

  it('refuses more time than a page can live', () => {
    expect(checkTally(wire({ elapsed: 61 * 86_400_000 }))).toEqual(impossible('elapsed at most 60 days'))
  })

  it('refuses pastes without inputs', () => {
    expect(checkTally(wire({ pastes: 2, inputs: 1 }))).toEqual(impossible('pastes within inputs'))
  })

  it('refuses releases out of nowhere, and forgives strays', () => {
    expect(checkTally(wire({ releases: 64 })).ok).toBe(true)
    expect(checkTally(wire({ releases: 300, presses: 100 }))).toEqual(impossible('releases follow presses'))
  })

  it('refuses more events than there was time for', () => {
    expect(checkTally(wire({ elapsed: 100, moves: 2000 })).ok).toBe(true)
    expect(checkTally(wire({ elapsed: 100, moves: 2001 }))).toEqual(impossible('events within their time'))
  })

  it.each([
    ['keys', 256],
    ['presses', 64],
    ['clicks', 64],
    ['submits', 64],
  ] as const)('refuses more %s than can have waited for the collector', (key, most) => {
    expect(checkTally(wire({ elapsed: 0, [key]: most })).ok).toBe(true)
    expect(checkTally(wire({ elapsed: 0, [key]: most + 1 }))).toEqual(impossible('events within their time'))
    expect(checkTally(wire({ elapsed: 1000, [key]: 1000 })).ok).toBe(true)
  })

  it('accepts whatever the collector counts, in any order of events', () => {
    const kinds = ['move', 'down', 'up', 'click', 'wheel', 'scroll', 'key-down', 'submit'] as const
    const plain = fc.record({ kind: fc.constantFrom(...kinds), trusted: fc.boolean() })
    const input = fc.record({ kind: fc.constant('input'), trusted: fc.boolean(), cause: fc.constantFrom('insert', 'paste') })
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, input), { maxLength: 60 }), fc.nat(100_000), (events, elapsed) => {
        const tally = startTally()
        for (const event of events) tally.push(event as unknown as InputEvent)
        const counted = tally.read(elapsed)
        expect(checkTally(tallyKeys.map((key) => counted[key])).ok).toBe(true)
      }),
    )
  })
})
