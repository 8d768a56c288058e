import { countPeaks } from '../gestures/count-peaks.js'
import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

/** Peaks of speed for each second of movement: the submovements of a hand (Meyer et al., Psych. Review 95(3), 1988). */
export const movementSpeedPeaks = {
  id: 'input.movement-speed-peaks',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 50],
  statistic: ratio(0.3),
  measure: ({ speeds, duration }) => [countPeaks(speeds), duration / 1000],
} as const satisfies Feature<'stroke'>
