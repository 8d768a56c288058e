import type { InputEvent, PointerKind } from '../input-event.js'
import type { Random } from './random.js'
import { char, click, down, input, keyDown, keyUp, move, scroll, up, wheel } from './traces.js'

/** How somebody is on a page who does little there: some of it often, some of it never, now quickly and now with rests. */
interface Manner {
  readonly pointer: PointerKind
  /** Of a step, in px. */
  readonly reach: number
  /** Shares of steps in a new direction, of rests, and of presses where the pointer already is. */
  readonly turns: number
  readonly rests: number
  readonly stays: number
  /** ms between events that no rest parts. */
  readonly pace: number
}

/** Some of what can happen on a page, in any mixture. */
export function sparseVisit(random: Random): InputEvent[] {
  const { next, uniform } = random
  const pointer = next() < 0.6 ? 'mouse' : (['touch', 'pen', 'other'] as const)[Math.floor(3 * next())]!
  const manner: Manner = {
    pointer,
    reach: next() < 0.5 ? 400 : 12,
    turns: next(),
    rests: 0.6 * next(),
    stays: next(),
    pace: uniform(1, 110),
  }
  const deeds = deedsOf(random, manner)
  const weights = deeds.map(() => (next() < 0.4 ? 0 : next()))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const events: InputEvent[] = []
  let t = 0
  for (let left = uniform(1, 50); left > 0; left--) {
    t += next() < manner.rests ? uniform(100, next() < 0.3 ? 9000 : 1500) : uniform(0.1, manner.pace)
    events.push(...deeds[drawn(weights, next() * total)]!(t))
    t = events.at(-1)!.t
  }
  return events
}

/** The first of the weights that, with those before it, exceeds a number; where all together do not, the first of all. */
function drawn(weights: readonly number[], number: number): number {
  let sum = 0
  return Math.max(
    0,
    weights.findIndex((weight) => {
      sum += weight
      return sum > number
    }),
  )
}

function deedsOf({ next, uniform }: Random, { pointer, reach, turns, stays }: Manner): ((t: number) => InputEvent[])[] {
  const at = { x: 300, y: 300 }
  const way = { x: uniform(-reach, reach), y: uniform(-reach, reach) }
  const go = () => {
    if (next() < turns) Object.assign(way, { x: uniform(-reach, reach), y: uniform(-reach, reach) })
    at.x = Math.max(0, Math.min(1400, at.x + way.x))
    at.y = Math.max(0, Math.min(800, at.y + way.y))
  }
  let key = 0
  const step = (t: number) => {
    go()
    return [move(t, at.x, at.y, { pointer })]
  }
  const press = (t: number) => {
    if (next() > stays) go()
    const offset = { dx: uniform(-20, 20), dy: uniform(-9, 9), width: uniform(20, 200), height: 30 }
    const [drift, held] = [next() < 0.3 ? step(t + 1) : [], uniform(2, 200)]
    const whole = { pointer, offset, pressure: next() < 0.5 ? 0 : next(), touchable: pointer === 'touch' }
    return [down(t, at.x, at.y, whole), ...drift, up(t + held, pointer, { ...at }), click(t + held)]
  }
  const turn = (t: number) => [
    wheel(t, next() < 0.5 ? 100 : -100, next() < 0.5 ? -120 : 120),
    scroll(t + 1, uniform(0, 3000), uniform(0, 900)),
  ]
  const scrollAlone = (t: number) => [scroll(t, uniform(0, 3000), uniform(0, 900))]
  const type = (t: number) => {
    key = (key + 1) % 6
    return [keyDown(t, key), char(t), input(t), keyUp(t + uniform(1, 200), key)]
  }
  const change = (t: number) => [input(t, { cause: next() < 0.5 ? 'paste' : 'delete' })]
  return [step, press, turn, scrollAlone, type, change]
}
