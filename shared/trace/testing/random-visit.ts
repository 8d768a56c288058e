import type { InputEvent } from '../../features/input-event.js'
import { startRandom } from '../../features/testing/random.js'
import { click, down, input, keyDown, keyUp, move, scroll, up, wheel } from '../../features/testing/traces.js'

type Make = (t: number, x: number, y: number) => readonly InputEvent[]

const others: readonly Make[] = [
  (t, x, y) => [down(t, x, y), up(t + 60, 'mouse', { x, y })],
  (t) => [click(t)],
  (t) => [wheel(t, 100, -120)],
  (t, _, y) => [scroll(t, y / 800)],
  (t) => [keyDown(t), keyUp(t + 70)],
  (t) => [input(t)],
  (t, x, y) => [move(t, x, y, { pointer: 'touch' })],
  (t, x, y) => [move(t, x, y, { trusted: false })],
  (t, x, y) => [move(t, x, y), move(t + 3, x, y)],
]

/** For tests: a visit in whole px and ms, of moves mostly, with rests, reordered times, fingers, places that repeat, and events that a script made. */
export function randomVisit(seed: number): readonly InputEvent[] {
  const { next, uniform } = startRandom(seed)
  let [t, x, y] = [500, 400, 300]
  return Array.from({ length: Math.ceil(600 * next()) || 1 }, () => {
    t += Math.round(next() < 0.95 ? uniform(1, 30) : uniform(-20, 5000))
    x += Math.round(uniform(-25, 25))
    y += Math.round(uniform(-25, 25))
    const make = next() < 0.75 ? undefined : others[Math.floor(others.length * next())]
    return make ? make(t, x, y) : [move(t, x, y)]
  }).flat()
}
