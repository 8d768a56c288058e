import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** px/ms: at this pace a mouse reports more often than the screen is drawn. */
const FAST = 0.4

/**
 * Mean number of hardware samples in each fast move (Pointer Events Level 3, §10 `getCoalescedEvents`). 1 where events are made one by
 * one, 2 and more for most mice; also 1 for slow mice and remote desktops.
 */
export const movementCoalescing = {
  id: 'input.movement-coalescing',
  hears: ['step'],
  needs: { moves: 20 },
  range: [1, 100],
  statistic: mean(20),
  measure: ({ samples, speed }) => (samples > 0 && speed >= FAST ? samples : Number.NaN),
} as const satisfies Feature<'step'>
