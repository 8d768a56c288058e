import type { Feature } from './feature.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 2

/** Median time from the last mouse move to the press, in ms. A hand stops before it presses, mostly for 40 to 400 ms. */
export const pressHover = {
  id: 'input.press-hover',
  hears: ['move', 'down'],
  needs: { moves: LEAST, presses: LEAST },
  range: [0, 60_000],
  start() {
    const hovers = startQuantiles(LEAST)
    let moved = Number.NaN
    return {
      push(event) {
        if ((event.kind !== 'move' && event.kind !== 'down') || event.pointer !== 'mouse') return
        if (event.kind === 'move') moved = event.t
        else {
          if (event.t >= moved) hovers.add(event.t - moved)
          moved = Number.NaN
        }
      },
      read: () => hovers.at(0.5),
    }
  },
} as const satisfies Feature
