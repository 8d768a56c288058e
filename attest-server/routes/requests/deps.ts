import type { Fault } from '../../core/fault.js'
import type { DescriptionSettings } from '../../core/requests/parse-description.js'
import type { RequestAnswer } from '../../core/requests/request-answer.js'
import type { FieldFault } from '../../core/requests/request-fields.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { HttpFactsSettings } from '../http/http-facts.js'

export interface RequestsSurfaceDeps {
  /** Scores one, and keeps it for a label to come. */
  readonly score: (projectId: string, http: HttpFacts) => Promise<RequestAnswer>
  readonly description: DescriptionSettings
  readonly http: HttpFactsSettings
}

/** @param where `query` or `body` */
export const invalid = (faults: readonly FieldFault[], where: 'query' | 'body'): Fault => ({
  code: 'invalid',
  fields: faults.map(({ field, message }) => ({ path: where === 'query' ? `query.${field}` : field, message })),
})
