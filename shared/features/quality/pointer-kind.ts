import type { Feature } from '../reading/feature.js'
import { counts } from '../statistics/counts.js'

const POINTERS: readonly string[] = ['other', 'mouse', 'touch', 'pen']

const mostUsed = (counts: Float64Array): number => counts.indexOf(Math.max(...counts)) || Number.NaN

/** Which pointer pressed and moved most: 1 a mouse, 2 a finger, 3 a pen; no value for others. For conditions of other weights; says nothing by itself. */
export const pointerKind = {
  id: 'input.pointer-kind',
  hears: ['move', 'down'],
  needs: {},
  range: [0, 3],
  statistic: counts(4, mostUsed),
  measure: ({ pointer }) => POINTERS.indexOf(pointer),
} as const satisfies Feature<'move' | 'down'>
