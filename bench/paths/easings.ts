import type { Dice } from './start-dice.js'

/** How far along (0 to 1) at which share of the time (0 to 1). */
export type Easing = (share: number) => number

const inOut =
  (power: number): Easing =>
  (s) =>
    s < 0.5 ? 2 ** (power - 1) * s ** power : 1 - (2 - 2 * s) ** power / 2
const out =
  (power: number): Easing =>
  (s) =>
    1 - (1 - s) ** power

/** The smoothest way from rest to rest: T. Flash and N. Hogan, "The coordination of arm movements", 1985. */
export const minimumJerk: Easing = (s) => s ** 3 * (10 - 15 * s + 6 * s * s)

/** R. Penner's easing functions, as pytweening and every animation library have them. */
const easings = [
  inOut(2),
  inOut(3),
  inOut(4),
  out(2),
  out(3),
  out(5),
  (s) => (1 - Math.cos(Math.PI * s)) / 2,
  (s) => Math.sin((Math.PI * s) / 2),
  (s) => s * s,
  (s) => s * s * (3 - 2 * s),
] as const satisfies readonly Easing[]

export const drawEasing = ({ pick }: Dice): Easing => pick<Easing>(easings)
