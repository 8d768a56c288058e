import type { Feature } from './feature.js'
import { followDwells } from './follow-dwells.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 1

/** Median time for which a mouse press lasted, in ms. People hold 50 to 300 ms; most programs below 6. */
export const pressDwell = {
  id: 'input.press-dwell',
  hears: ['down', 'up'],
  needs: { presses: LEAST, releases: LEAST },
  range: [0, 60_000],
  start() {
    const dwells = startQuantiles(LEAST)
    return { push: followDwells(dwells.add), read: () => dwells.at(0.5) }
  },
} as const satisfies Feature
