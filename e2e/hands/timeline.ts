/** A point or a size, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What the player can do. Scrolling in hundred-and-twentieths of a wheel's notch, down. Buttons as X counts them: 1 left, 4 and 5 a wheel notch up and down. Keys by X keysym name. `watch`: until the screen stands still, for at most so many ms; nothing comes after it in its timeline. */
export type Operation =
  | readonly [op: 'move', x: number, y: number]
  | readonly [op: 'down' | 'up', button: 1 | 4 | 5]
  | readonly [op: 'key-down' | 'key-up', key: string]
  | readonly [op: 'scroll', distance: number]
  | readonly [op: 'watch', most: number]
  | readonly [op: 'touch-down' | 'touch-move' | 'touch-up', x: number, y: number]

/** An operation and its time in ms from the timeline's start. */
export type Timed = readonly [t: number, ...operation: Operation]

/** Operations in the order of their times. */
export type Timeline = readonly Timed[]

/** Puts operations made out of order (a release after the next press) into the order of their times; equal times keep their order. */
export const inOrder = (operations: readonly Timed[]): Timeline => [...operations].sort((a, b) => a[0] - b[0])
