import { features } from '../../shared/features/index.js'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { failed, unsupported } from '../../shared/observation.js'
import type { EvidenceSummary } from '../../shared/wire/evidence.js'
import { encodeFeature, encodeTell } from '../../shared/wire/observation-codes.js'
import { tells as list } from '../tells/index.js'
import type { Findings } from './sensing.js'

/** Tells, features and tallies stand in the order of the wire's lists; that of the tells is the registry's, and a test holds it to this. */
export function summarise({ tells, features: readings, tally, report }: Findings): EvidenceSummary {
  return {
    tells: list.map(({ id }) => encodeTell(tells.get(id) ?? failed('timeout'))).join(''),
    features: features.map(({ id, range }) => encodeFeature(readings.get(id) ?? unsupported, range)).join(''),
    tally: tallyKeys.map((key) => tally[key]),
    card: report.card,
    llr: Math.round(report.llr * 100) / 100,
  }
}
