import { startRandom } from '../../features/testing/random.js'
import type { Sample } from '../slice.js'
import { hasPlace, traceKinds } from '../trace-kinds.js'

/** For tests: up to so many samples as a trace may hold them, steps mostly, in any order; now and then far or long ones. */
export function randomSamples(seed: number, most: number): readonly Sample[] {
  const { next, uniform } = startRandom(seed)
  const whole = (often: readonly [number, number], seldom: readonly [number, number]) =>
    Math.round(uniform(...(next() < 0.9 ? often : seldom))) || 0
  const way = () => whole([-40, 40], [-32_767, 32_767])
  return Array.from({ length: Math.ceil(most * next()) || 1 }, (): Sample => {
    const kind = next() < 0.8 ? 'step' : traceKinds[Math.floor(traceKinds.length * next())]!
    const dt = whole([0, 40], [-1000, 1000])
    const [dx, dy] = [way(), way()]
    return hasPlace(traceKinds.indexOf(kind)) ? { kind, dt, dx, dy } : { kind, dt, dx: 0, dy: 0 }
  })
}
