import { features } from '../../shared/features/index.js'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { unsupported } from '../../shared/observation.js'
import { encodeFeature } from '../../shared/wire/observation-codes.js'
import type { Findings, SensedSummary } from './sensing.js'

/** Features and tallies stand in the order of the wire's lists. */
export function summarise({ features: readings, tally, report }: Omit<Findings, 'tells'>): SensedSummary {
  return {
    features: features.map(({ id, range }) => encodeFeature(readings.get(id) ?? unsupported, range)).join(''),
    tally: tallyKeys.map((key) => tally[key]),
    card: report.card,
    llr: Math.round(report.llr * 100) / 100,
  }
}
