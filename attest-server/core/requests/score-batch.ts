import { err, ok, type Result } from '../../../shared/result.js'
import type { HttpFacts } from '../../facts/fact.js'
import { type DescriptionSettings, parseDescription } from './parse-description.js'
import type { FieldFault } from './request-fields.js'

const MOST_IN_BATCH = 500

/** An item that could not be read, in its place. */
export interface BatchFault {
  readonly error: readonly FieldFault[]
}

/**
 * Many requests at once (NBP-10): as many answers, in the same order; an item that is wrong has an error in its place and stops no other.
 * @param scoreOne what a single one would be answered
 * @returns a fault of the body where it is no array or longer than `MOST_IN_BATCH`; nothing is scored then
 */
export function scoreBatch<Answer>(
  body: unknown,
  settings: DescriptionSettings,
  scoreOne: (http: HttpFacts) => Answer,
): Result<readonly (Answer | BatchFault)[], readonly FieldFault[]> {
  if (!Array.isArray(body)) return err([{ field: 'body', message: 'must be an array of requests' }])
  if (body.length > MOST_IN_BATCH)
    return err([{ field: 'body', message: `must have at most ${MOST_IN_BATCH} requests, and has ${body.length}` }])
  return ok(
    body.map((item: unknown) => {
      const parsed = parseDescription(item, settings)
      return parsed.ok ? scoreOne(parsed.value) : { error: parsed.error }
    }),
  )
}
