import type { Ms, Px } from '../../shared/units.js'
import type { Dice } from './start-dice.js'

export interface Point {
  readonly x: Px
  readonly y: Px
}

/** `t`: since the movement began, above 0. */
export interface TimedPoint extends Point {
  readonly t: Ms
}

/** Takes the pointer from one place to another: the points on the way, the start left out. */
export type Movement = (from: Point, to: Point) => readonly TimedPoint[]

/** A way to move a mouse by program. One a file; listed in `index.ts`. */
export interface PathKind {
  readonly id: string
  /**
   * Draws the settings of one bot, which it keeps for its whole visit.
   *
   * @param tick the time to the bot's next step, in ms: every bot has a clock of its own
   */
  draw(dice: Dice, tick: () => Ms): Movement
}
