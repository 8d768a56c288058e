import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { ratio } from './statistics/ratio.js'

const READING: Ms = 10_000

/** Heights of the window scrolled for each second of reading, rests over 10 s left out. Faster than 1 is no reading. */
export const scrollPace = {
  id: 'input.scroll-pace',
  hears: ['scrolling'],
  needs: { scrolls: 2 },
  range: [0, 1000],
  statistic: ratio(5),
  measure: ({ way, dt }) => (dt >= 0 ? [way, Math.min(dt, READING) / 1000] : Number.NaN),
} as const satisfies Feature<'scrolling'>
