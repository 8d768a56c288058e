import { type Count, countVisit } from '../core/dashboard/count-visit.js'
import { facetsOf } from '../stores/facets.js'
import type { Verdicts } from '../stores/ports.js'

/** The same, and what is recorded is counted by hour. */
export const countVerdicts = (verdicts: Pick<Verdicts, 'record'>, rollups: Count): Pick<Verdicts, 'record'> => ({
  record(verdict, until) {
    countVisit(verdict, facetsOf(verdict), rollups)
    return verdicts.record(verdict, until)
  },
})
