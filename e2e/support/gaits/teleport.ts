import { type Gait, keystrokes, notchesDown, pressFor } from './gait.js'

/** xdotool as its manual shows it: the pointer is where it should be at once, a click takes no time, `type` waits 12 ms a key. */
export const teleport: Gait = {
  move: (_, { x, y }) => [[0, 'move', x, y]],
  click: () => pressFor(0),
  scroll: (notches) => notchesDown(notches, () => 12),
  type: (text) => keystrokes(text, () => ({ gap: 12, dwell: 6 })),
}
