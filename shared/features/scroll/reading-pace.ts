import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

const READING: Ms = 10_000

/**
 * Words scrolled past for each second of reading, rests over 10 s left out. People read 3 to 6 words a second (Brysbaert, J. Memory and
 * Language 109, 2019), skim and search at some tens. Thousands were read by nobody: but who looks for one thing scrolls so, too.
 */
export const readingPace = {
  id: 'input.reading-pace',
  hears: ['scrolling'],
  needs: { scrolls: 2 },
  range: [0, 100_000],
  statistic: ratio(5),
  measure: ({ words, dt }) => (dt >= 0 ? [words, Math.min(dt, READING) / 1000] : Number.NaN),
} as const satisfies Feature<'scrolling'>
