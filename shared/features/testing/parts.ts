import type { FeatureId } from '../index.js'
import type { InputEvent } from '../input-event.js'
import { down, keyDown, keyUp, move, up } from './traces.js'

/** What each feature reads of traces; `undefined` where it must read nothing. */
export type Known = Partial<
  Record<FeatureId, readonly (readonly [what: string, value: number | undefined, events: readonly InputEvent[]])[]>
>

// Parts of traces, and what statistics say of them by definition: for traces of which one can say beforehand what is read.

export const many = (count: number, make: (i: number) => InputEvent | readonly InputEvent[]) =>
  Array.from({ length: count }, (_, i) => make(i)).flat()
/** One stroke of 20 steps from a start, along a curve, and a rest after it. */
export const stroke = (start: number, place: (s: number) => readonly [number, number], dt = 17, steps = 20) =>
  many(steps + 1, (i) => move(start + dt * i, ...place(i / steps)))
export const line = (start: number, length = 400, dt = 17) => stroke(start, (s) => [length * s, 0], dt)
export const end = move(99_999, 0, 0)
export const at = (x: number) => ({ offset: { dx: x, dy: 0, width: 100, height: 40 } })
export const tap = (t: number, more: object = {}) => [
  down(t, 0, 0, { pointer: 'touch', touchable: true, ...more }),
  up(t + 80, 'touch', { x: 0, y: 0 }),
]
export const mouse = move(0, 1, 1)
export const bent = (start: number) => stroke(start, (s) => [400 * s, 90 * s * (1 - s)])
/** Eleven keys, of which each so-and-so many-th goes down while the one before is. */
export const overlapping = (every: number) =>
  many(11, (i) => [keyDown(200 * i, i), keyUp(200 * i + ((i + 1) % every ? 150 : 250), i)]).sort((a, b) => a.t - b.t)
export const aims = (dt: number, time: number) =>
  many(3, (i) => [...line(2000 * i, 280, dt), move(2000 * i + 20 * dt + 1, 280, 0), down(2000 * i + time, 280, 0, at(0))])
export const jump = (way: number) => [move(50, 0, way), down(60, 0, way), move(99, 0, 0), down(100, 0, 0)]
export const beyond = (start: number) => stroke(start, (s) => [s < 0.9 ? 440 * (s / 0.9) : 440 - 400 * (s - 0.9), 0])
export const strokes = (count: number, make: (start: number, i: number) => readonly InputEvent[]) => [
  ...many(count, (i) => make(2000 * i, i)),
  end,
]
export const easing = (start: number, ease: (s: number) => number) => stroke(start, (s) => [800 * ease(s), 0], 17, 40)
/** Times with one wait and another in turn. */
export const inTurn = (i: number, one: number, other: number) => (one + other) * Math.floor(i / 2) + (i % 2) * one
/** Standard deviation of so many numbers and so many others that lie apart by a distance. */
export const deviationOf = (distance: number, some: number, others: number) =>
  distance * Math.sqrt((some * others) / (some + others) / (some + others - 1))
/** Rank correlation, by the squares of how far ranks differ: where the numbers themselves lie at even distances, Pearson's too. */
export const correlationOf = (squares: number, n: number) => 1 - (6 * squares) / (n * (n * n - 1))
export const touch = (t: number, touchable: boolean) => down(t, 0, 0, { pointer: 'touch', touchable })
export const reach = (i: number, time: number) => {
  const way = 40 * (2 ** (i / 2 + 1) - 1)
  return [...line(2000 * i, way, time), down(2000 * i + 20 * time, way, 0, at(0))]
}
