import fc from 'fast-check'
import type { Sample } from '../slice.js'
import { hasPlace, traceKinds } from '../trace-kinds.js'

const way = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -40, max: 40 }) }, fc.integer({ min: -32_767, max: 32_767 }))
const time = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) }, fc.integer({ min: -1000, max: 1000 }))

/** For tests: samples as a trace may hold them, steps mostly, in any order. */
export const anySamples = (most: number): fc.Arbitrary<Sample[]> =>
  fc.array(
    fc
      .tuple(fc.oneof({ weight: 6, arbitrary: fc.constant('step' as const) }, fc.constantFrom(...traceKinds)), time, way, way)
      .map(([kind, dt, dx, dy]): Sample => (hasPlace(traceKinds.indexOf(kind)) ? { kind, dt, dx, dy } : { kind, dt, dx: 0, dy: 0 })),
    { minLength: 1, maxLength: most, size: 'max' },
  )
