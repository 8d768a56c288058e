import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Nearer targets can be reached within a frame or two. */
const FAR: Px = 100
/** A hand needs some 10 frames for 100 px; one that moves twice did not travel. */
const TRAVEL = 3

/**
 * Share of the mouse presses far from the press before them for which the pointer did not travel: at most two moves between. The first
 * press has nothing to compare with: the page may have appeared under a resting pointer.
 */
export const pressTeleports = {
  id: 'input.press-teleports',
  hears: ['press'],
  needs: { presses: 2 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ distance, moves }) => (distance > FAR ? moves < TRAVEL : Number.NaN),
} as const satisfies Feature<'press'>
