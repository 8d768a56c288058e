import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../features/input-event.js'
import { autofills, pastesPassword } from '../features/testing/people.js'
import { keyDown, move, readingOf } from '../features/testing/traces.js'
import { decodeCommitment } from './commitment.js'
import { featuresOf } from './follows.js'
import { randomVisit } from './testing/random-visit.js'
import { traceOf } from './testing/trace-of.js'

const anyVisit = fc.nat().map(randomVisit)

function follow(events: readonly InputEvent[]) {
  const commitment = decodeCommitment(traceOf(events).commit('n').trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return featuresOf(commitment.value.sums)
}

/** What the summary says beside what follows from the trace, where both say something. */
const compared = (events: readonly InputEvent[]) =>
  follow(events).flatMap(({ id, value, within }) => {
    const said = readingOf({ id }, events)
    return said === undefined || Number.isNaN(value) ? [] : [{ id, said, value, within }]
  })

/** A hand that draws loops, a move each so many ms. */
const loops = (dt: number, scale = 1, steps = 400) =>
  Array.from({ length: steps }, (_, i) => {
    const [x, y] = [400 + 300 * Math.sin(i / 11) + 40 * Math.sin(i / 2), 300 + 200 * Math.cos(i / 17)]
    return move(1000 + dt * i, scale * Math.round(x), scale * Math.round(y))
  })

describe('what follows from a trace', () => {
  it('is the summary’s, to the last bit, where places and times are whole', () => {
    for (const { id, said, value } of compared(loops(16))) expect(value, id).toBe(said)
    expect(compared(loops(16))).toHaveLength(3)
  })

  it('is so too where moves and keys overtake one another', () => {
    const events = loops(16).flatMap((event, i) => (i % 3 ? [event] : [keyDown(event.t + 10, i % 5), event]))
    for (const { id, said, value } of compared(events)) expect(value, id).toBe(said)
  })

  it('has as many steps, whoever moves how', () => {
    fc.assert(
      fc.property(anyVisit, (events) => {
        const [variation] = follow(events)
        expect(Number.isNaN(variation!.value)).toBe(readingOf({ id: 'input.movement-interval-variation' }, events) === undefined)
      }),
      { numRuns: 50 },
    )
  })

  it.each([4.17, 6.94, 8.33, 16.67, 33.3])('lies near the summary’s with a move each %d ms', (dt) => {
    for (const { id, said, value, within } of compared(loops(dt))) expect(Math.abs(value - said), id).toBeLessThanOrEqual(within)
  })

  it.each([1 / 3, 0.5, 2 / 3, 0.8, 1.25])('lies near the summary’s on a page that is zoomed to %d', (scale) => {
    for (const { id, said, value, within } of compared(loops(16, scale))) expect(Math.abs(value - said), id).toBeLessThanOrEqual(within)
  })

  it('lies near the summary’s of people', () => {
    for (let seed = 1; seed <= 50; seed++)
      for (const events of [pastesPassword(seed), autofills(seed)])
        for (const { id, said, value, within } of compared(events))
          expect(Math.abs(value - said), `${id}, ${seed}`).toBeLessThanOrEqual(within)
  })
})
