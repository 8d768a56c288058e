import { describe, expect, it } from 'vitest'
import type { FeatureId } from './index.js'
import { startRandom } from './testing/random.js'
import * as textbook from './testing/textbook.js'
import { move, readingOf } from './testing/traces.js'

/** A reach with bow, tremor and uneven sampling, of 50 to 75 points. */
function makeTrace(seed: number): textbook.Trace {
  const { uniform, normal } = startRandom(seed)
  const [toX, toY, bow, steps] = [uniform(200, 700), uniform(-300, 300), uniform(-0.2, 0.2), Math.round(uniform(50, 75))]
  let t = uniform(0, 500)
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const s = (i / steps) ** uniform(0.78, 0.82)
    const done = 10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5
    const side = bow * Math.sin(Math.PI * done)
    t += uniform(10, 24)
    return [t, 50 + done * toX - side * toY + normal(0, 1.5), 400 + done * toY + side * toX + normal(0, 1.5)] as const
  })
  return { t: points.map(([time]) => time), x: points.map(([, x]) => x), y: points.map(([, , y]) => y) }
}

const { smoothed, spaced, speedsOf, average, chordOf, lengthOf, deviationsOf } = textbook
const kinematics = (trace: textbook.Trace) => {
  const even = smoothed(spaced(trace))
  return { even, speeds: speedsOf(even), spacing: even.t[1]! - even.t[0]!, duration: trace.t.at(-1)! - trace.t[0]! }
}
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((rest, value) => rest + (value - average(values)) ** 2, 0) / (values.length - 1))

/** Each feature of one stroke's kinematics, computed another way. */
const expected: Partial<Record<FeatureId, (trace: textbook.Trace) => number>> = {
  'input.movement-path-efficiency': (trace) => chordOf(trace) / lengthOf(trace),
  'input.movement-lateral-deviation': (trace) => Math.max(...deviationsOf(trace).map(Math.abs)) / chordOf(trace),
  'input.movement-bow': (trace) => {
    // Trapezia between path and chord, along the chord.
    const { x, y } = trace
    const along = x.map((px, i) => ((px - x[0]!) * (x.at(-1)! - x[0]!) + (y[i]! - y[0]!) * (y.at(-1)! - y[0]!)) / chordOf(trace))
    const off = deviationsOf(trace)
    return Math.abs(along.slice(1).reduce((area, a, i) => area + ((off[i]! + off[i + 1]!) / 2) * (a - along[i]!), 0)) / chordOf(trace) ** 2
  },
  'input.movement-speed-variation': (trace) => deviation(kinematics(trace).speeds) / average(kinematics(trace).speeds),
  'input.movement-acceleration-asymmetry': (trace) => {
    const { speeds } = kinematics(trace)
    return average(speeds.slice(1).map((speed, i) => +(speed > speeds[i]!)))
  },
  'input.movement-curvature': (trace) => {
    const { x, y } = kinematics(trace).even
    const headings = x.slice(1).map((px, i) => Math.atan2(y[i + 1]! - y[i]!, px - x[i]!))
    return headings.slice(1).reduce((turned, heading, i) => {
      const turn = Math.abs(heading - headings[i]!)
      return turned + Math.min(turn, 2 * Math.PI - turn)
    }, 0)
  },
  'input.movement-jerk': (trace) => {
    const { speeds, spacing, duration } = kinematics(trace)
    return textbook.logDimensionlessJerk(speeds, spacing, duration)
  },
  'input.movement-smoothness': (trace) => textbook.spectralArcLength(kinematics(trace).speeds, kinematics(trace).spacing),
  'input.movement-sample-entropy': (trace) => textbook.sampleEntropy(kinematics(trace).speeds),
  'input.movement-power-law': (trace) => textbook.powerLawSlope(kinematics(trace).even, kinematics(trace).spacing),
  'input.movement-approach': textbook.timeNearEnd,
  'input.movement-tremor': textbook.tremor,
}

describe.each(Object.entries(expected))('%s', (id, compute) => {
  it('is what the textbook computes, within the sketch’s 3 %', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const trace = makeTrace(seed)
      const events = trace.t.map((t, i) => move(t, trace.x[i]!, trace.y[i]!))
      const value = readingOf({ id: id as FeatureId }, [...events, move(trace.t.at(-1)! + 900, 0, 0)])
      const exact = compute(trace)
      expect(value, `seed ${seed}: ${value} for ${exact}`).toBeDefined()
      expect(Math.abs(value! - exact), `seed ${seed}: ${value} for ${exact}`).toBeLessThanOrEqual(0.032 * Math.abs(exact) + 1e-3)
    }
  })
})
