import type { Feature } from '../reading/feature.js'
import { correlation } from '../statistics/correlation.js'

/** Correlation of neighbouring changes of speed (lag 1). Independent jitter on a smooth profile: -0.5; smooth profiles: near 1. */
export const movementSpeedAutocorrelation = {
  id: 'input.movement-speed-autocorrelation',
  hears: ['step'],
  needs: { moves: 40 },
  range: [-1, 1],
  statistic: correlation(40),
  measure: ({ gain, gainBefore }) => [gain, gainBefore],
} as const satisfies Feature<'step'>
