import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Before, NOTHING_BEFORE, type Sample } from './slice.js'
import { randomSamples } from './testing/random-samples.js'
import { traceKinds } from './trace-kinds.js'
import { traceSumKeys } from './trace-sum-keys.js'
import { addSums, DURATION, SUMS, sumSlice } from './trace-sums.js'

const sumUp = (samples: readonly Sample[], before: Before = NOTHING_BEFORE) => sumSlice({ isFine: false, before, samples })
const step = (dt: number, dx: number, dy: number): Sample => ({ kind: 'step', dt, dx, dy })
const named = (samples: readonly Sample[]) => {
  const { sums } = sumUp(samples)
  return Object.fromEntries(traceSumKeys.flatMap((key, i) => (sums[i] ? [[key, sums[i]]] : [])))
}

describe('the sums of a slice', () => {
  it('are those of all samples, wherever they are cut in slices', () => {
    fc.assert(
      fc.property(
        fc.nat().map((seed) => randomSamples(seed, 200)),
        fc.array(fc.nat(200)),
        (samples, cuts) => {
          const borders = [...new Set([0, ...cuts.filter((cut) => cut < samples.length), samples.length])].sort((a, b) => a - b)
          let before: Before = NOTHING_BEFORE
          let sums = Array.from({ length: SUMS }, () => 0)
          for (let i = 1; i < borders.length; i++) {
            const slice = sumUp(samples.slice(borders[i - 1], borders[i]), before)
            before = { ...slice.after }
            sums = [...addSums(sums, slice.sums)]
          }
          const whole = sumUp(samples)
          expect(sums).toEqual(whole.sums)
          expect(before).toEqual(whole.after)
        },
      ),
    )
  })

  it('are whole numbers from 0, whatever the samples', () => {
    fc.assert(
      fc.property(
        fc.nat().map((seed) => randomSamples(seed, 100)),
        (samples) => {
          for (const sum of sumUp(samples).sums) expect(Number.isSafeInteger(sum) && sum >= 0).toBe(true)
        },
      ),
    )
  })

  it('have a name each, kinds first', () => {
    expect(traceSumKeys.slice(0, DURATION)).toEqual(traceKinds)
    expect(new Set(traceSumKeys).size).toBe(traceSumKeys.length)
    expect(traceSumKeys).toHaveLength(SUMS)
  })

  it('are of steps what the features measure', () => {
    const straight = 'input.movement-turn-entropy/8'
    expect(named([step(10, 8, 0), step(20, 8, 0), step(10, 0, 3)])).toEqual({
      ...{ step: 3, duration: 40 },
      ...{
        'input.movement-interval-variation/0': 3,
        'input.movement-interval-variation/1': 40,
        'input.movement-interval-variation/2': 600,
      },
      ...{ 'input.movement-even-steps/0': 1, 'input.movement-even-steps/1': 1 },
      ...{ [straight]: 1, 'input.movement-turn-entropy/12': 1 },
    })
  })

  it('take the time of a step from the place before, through whatever came between, in whatever order', () => {
    const between: readonly Sample[] = [
      { kind: 'key-down', dt: 12, dx: 0, dy: 0 },
      { kind: 'still', dt: 2, dx: 0, dy: 0 },
    ]
    const sums = named([step(0, 1, 1), ...between, step(2, 1, 1), { kind: 'wheel', dt: 10, dx: 0, dy: 0 }, step(-4, 1, 1)])
    expect(sums['input.movement-interval-variation/1']).toBe(16 + 6)
    expect(sums.duration).toBe(26)
  })

  it('turn from nothing after a press or a rest', () => {
    const rest: Sample = { kind: 'move', dt: 900, dx: 5, dy: 0 }
    expect(Object.keys(named([step(10, 8, 0), rest, step(10, 8, 0), { ...rest, kind: 'down', dx: 0 }, step(10, 8, 0)]))).not.toContainEqual(
      expect.stringMatching(/turn/),
    )
  })
})
