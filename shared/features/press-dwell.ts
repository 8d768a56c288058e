import type { Feature } from './feature.js'
import { followDwells } from './follow-dwells.js'
import { measured } from './measured.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 1

/** Median time for which a mouse press lasted, in ms. People hold 50 to 300 ms; most programs below 6. */
export const pressDwell = {
  id: 'input.press-dwell',
  hears: ['down', 'up'],
  needs: { presses: LEAST, releases: LEAST },
  range: [0, 60_000],
  start() {
    const dwells = startQuantiles()
    return { push: followDwells(dwells.add), read: () => measured(dwells.count() >= LEAST, dwells.at(0.5), this.range) }
  },
} as const satisfies Feature
