import type { Px } from '../../shared/units.js'
import type { Point } from './path-kind.js'
import type { Dice } from './start-dice.js'

export const distance = (a: Point, b: Point): Px => Math.hypot(b.x - a.x, b.y - a.y)

/** Straight on: `share` of the way from `a` to `b`. */
export const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) })

/** @returns `point`, moved by `px` across the direction from `a` to `b`. */
export function aside(point: Point, a: Point, b: Point, px: Px): Point {
  const length = distance(a, b) || 1
  return { x: point.x - (px * (b.y - a.y)) / length, y: point.y + (px * (b.x - a.x)) / length }
}

export const shaken = ({ x, y }: Point, { normal }: Dice, deviation: Px): Point => ({
  x: x + normal(0, deviation),
  y: y + normal(0, deviation),
})

/** A cubic Bézier curve. */
export function cubic([a, b, c, d]: readonly [Point, Point, Point, Point], s: number): Point {
  const r = 1 - s
  const at = (axis: 'x' | 'y') => r ** 3 * a[axis] + 3 * r * r * s * b[axis] + 3 * r * s * s * c[axis] + s ** 3 * d[axis]
  return { x: at('x'), y: at('y') }
}

/** Two control points somewhere beside the way, each at most `spread` of its length off. */
export function drawControls(from: Point, to: Point, { uniform }: Dice, spread: number): readonly [Point, Point, Point, Point] {
  const control = (share: number) => aside(between(from, to, share), from, to, uniform(-spread, spread) * distance(from, to))
  return [from, control(uniform(0.15, 0.45)), control(uniform(0.55, 0.85)), to]
}
