import { features } from '../../shared/features/index.js'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { unsupported } from '../../shared/observation.js'
import { CLAIM } from '../../shared/wire/claim-names.js'
import { encodeFeature } from '../../shared/wire/observation-codes.js'
import { honey } from '../evidence/honey.js'
import type { Findings, SensedSummary } from './sensing.js'

/** Features and tallies stand in the order of the wire's lists. */
export function summarise({ features: readings, tally, report }: Omit<Findings, 'tells'>): SensedSummary {
  return {
    [CLAIM.features]: features.map(({ id, range }) => encodeFeature(readings.get(id) ?? unsupported, range)).join(''),
    [CLAIM.tally]: tallyKeys.map((key) => tally[key]),
    [CLAIM.card]: report.card,
    [CLAIM.llr]: Math.round(report.llr * 100) / 100,
    ...honey(tally),
  }
}
