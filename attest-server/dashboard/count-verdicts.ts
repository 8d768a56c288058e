import { type Count, countVisit } from '../core/dashboard/count-visit.js'
import { facetsOf } from '../stores/facets.js'
import type { Verdicts } from '../stores/ports.js'
import { createKnownPages } from './known-pages.js'

/** The same, and what is recorded is counted by hour. */
export function countVerdicts(verdicts: Pick<Verdicts, 'record'>, rollups: Count): Pick<Verdicts, 'record'> {
  const pageOf = createKnownPages()
  return {
    record(verdict, ...kept) {
      countVisit(verdict, facetsOf(verdict), rollups, pageOf)
      return verdicts.record(verdict, ...kept)
    },
  }
}
