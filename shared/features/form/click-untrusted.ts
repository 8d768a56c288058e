import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the clicks on buttons which send a form that a script made while no hand had touched anything just before. */
export const clickUntrusted = {
  id: 'input.click-untrusted',
  hears: ['activation'],
  needs: {},
  range: [0, 1],
  statistic: mean(),
  measure: ({ sends, alone }) => (sends ? alone : Number.NaN),
} as const satisfies Feature<'activation'>
