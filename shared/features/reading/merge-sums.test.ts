import { describe, expect, it } from 'vitest'
import { systemCurves } from '../testing/bots.js'
import { keyboardOnly, pastesPassword } from '../testing/people.js'
import { mergeSums } from './merge-sums.js'
import { readFeatures } from './read-features.js'
import { startFeatures } from './start-features.js'

const sumsOf = (events: ReturnType<typeof systemCurves>) => {
  const { push, sums } = startFeatures()
  for (const event of events) push(event)
  return sums
}

describe('merging sums', () => {
  it('reads two halves of a visit as the whole, where no gesture lies on both sides', () => {
    const [first, second] = [pastesPassword(1), keyboardOnly(2)]
    const alone = (events: typeof first) => sumsOf([...events, { kind: 'hide', t: events.at(-1)!.t, trusted: true }])
    const merged = readFeatures(mergeSums(alone(first), alone(second)))
    const swapped = readFeatures(mergeSums(alone(second), alone(first)))
    expect(merged).toEqual(swapped)
    // Each half's own time begins at 0, a day apart: nothing of one leads to anything of the other.
    const later = second.map((event) => ({ ...event, t: event.t + 86_400_000 }))
    const whole = startFeatures()
    for (const event of [...first, { kind: 'hide' as const, t: first.at(-1)!.t, trusted: true }, ...later]) whole.push(event)
    const spans = /gap|press-teleports|key-interval|submit-handless/
    for (const [id, reading] of whole.read()) if (!spans.test(id)) expect(merged.get(id), id).toEqual(reading)
  })

  it('changes neither, and counts both', () => {
    const sums = sumsOf(systemCurves())
    const before = sums.map((one) => [...one])
    const twice = mergeSums(sums, sums)
    expect(sums.map((one) => [...one])).toEqual(before)
    expect(twice.map((one) => [...one])).toEqual(before.map((one) => one.map((sum) => 2 * sum)))
  })

  it('is what goes on where events were lost: nothing of what came before leads to what comes after', () => {
    const [first, second] = [pastesPassword(1), keyboardOnly(2)]
    const { push, lose, read } = startFeatures()
    for (const event of first) push(event)
    lose()
    for (const event of second) push(event)
    expect(read()).toEqual(readFeatures(mergeSums(sumsOf(first), sumsOf(second))))
  })

  it('refuses sums of another list', () => {
    const sums = sumsOf([])
    expect(() => mergeSums(sums, sums.slice(1))).toThrow(RangeError)
    expect(() => mergeSums(sums, [...sums.slice(0, -1), new Float64Array(9)])).toThrow(RangeError)
  })
})
