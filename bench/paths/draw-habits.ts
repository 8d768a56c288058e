import type { Ms, Px } from '../../shared/units.js'
import type { Point } from './path-kind.js'
import type { Dice } from './start-dice.js'

/** What a bot does beside moving: drawn alike for all kinds, so that only movement tells them apart. */
export interface Habits {
  /** Where it goes next. */
  target(from: Point): Point
  /** From the last move to the press. */
  hover(): Ms
  /** From the press to the release. */
  hold(): Ms
  /** Between two tasks. */
  rest(): Ms
  readonly pressShare: number
  readonly wheelShare: number
  /** Between two notches of the wheel. */
  notch(): Ms
}

const SIZES: readonly [readonly [Px, Px], ...(readonly [Px, Px])[]] = [
  [1280, 720],
  [1366, 650],
  [1536, 730],
  [1920, 950],
  [800, 600],
]
/** Shorter ways are corrections, not movements. */
const LEAST_WAY: Px = 30

/** A time as programs draw it: fixed, even, or log-normal as the careful ones do. */
function drawWait({ uniform, normal, pick }: Dice, least: Ms, most: Ms): () => Ms {
  const usual = Math.exp(uniform(Math.log(least), Math.log(most)))
  return pick<() => Ms>([() => usual, () => uniform(0.5 * usual, 1.5 * usual), () => usual * Math.exp(normal(0, 0.4))])
}

/** Anywhere on the page, in the column of a form, or not far from where it is. */
function drawTarget({ uniform, pick }: Dice): (from: Point) => Point {
  const [width, height] = pick(SIZES)
  const column = uniform(0.2, 0.8) * width
  const near = uniform(60, 300)
  const inside = (value: Px, size: Px) => Math.min(size - 5, Math.max(5, value))
  const aim = pick<(from: Point) => Point>([
    () => ({ x: uniform(0, width), y: uniform(0, height) }),
    () => ({ x: column + uniform(-80, 80), y: uniform(0, height) }),
    ({ x, y }) => ({ x: x + uniform(-near, near), y: y + uniform(-near, near) }),
  ])
  return (from) => {
    for (let tries = 0; tries < 20; tries++) {
      const { x, y } = aim(from)
      const to = { x: Math.round(inside(x, width)), y: Math.round(inside(y, height)) }
      if (Math.hypot(to.x - from.x, to.y - from.y) >= LEAST_WAY) return to
    }
    return { x: Math.round(width / 2), y: Math.round(height / 2) }
  }
}

export function drawHabits(dice: Dice): Habits {
  const { uniform, chance } = dice
  return {
    target: drawTarget(dice),
    hover: chance(0.3) ? () => uniform(0.5, 3) : drawWait(dice, 30, 300),
    hold: chance(0.3) ? () => uniform(0.5, 5) : drawWait(dice, 40, 140),
    rest: drawWait(dice, 150, 2500),
    pressShare: chance(0.2) ? 0 : uniform(0.2, 1),
    wheelShare: chance(0.6) ? 0 : uniform(0.1, 0.4),
    notch: drawWait(dice, 20, 200),
  }
}
