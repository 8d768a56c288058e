import type { Px } from '../units.js'
import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { startShare } from './statistics/share.js'

const LEAST_STEPS = 20
/** Shorter steps are alike for anyone: there are few lengths between 1 and 5 pixels. */
const LONG: Px = 6
/** What rounding to whole pixels can change. */
const ALIKE: Px = 1

/** Share of the steps of at least 6 px that are as long as the step before them. Interpolating programs make most of them so. */
export const movementEvenSteps = {
  id: 'input.movement-even-steps',
  hears: ['move', 'down'],
  needs: { moves: LEAST_STEPS },
  range: [0, 1],
  start() {
    const even = startShare(LEAST_STEPS)
    let last = 0
    return followMouse(
      even.read,
      (_dx, _dy, _dt, length) => {
        if (length >= LONG && last > 0) even.add(Math.abs(length - last) <= ALIKE)
        last = length
      },
      () => {
        last = 0
      },
    )
  },
} as const satisfies Feature
