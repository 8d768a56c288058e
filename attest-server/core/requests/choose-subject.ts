import { ok, type Result } from '../../../shared/result.js'
import type { HttpFacts } from '../../facts/fact.js'
import { type DescriptionSettings, parseDescription } from './parse-description.js'
import { type FieldFault, requestFieldNames } from './request-fields.js'

/**
 * Whose request a `/probe` is about (NBP-03). Without any override it is the one that came. With one, even an empty one, a backend asks about
 * somebody else's: then nothing of its own headers and address is mixed in, and what it does not tell is unknown.
 * @param query of the probe; other parameters than the fields' are left aside
 * @param own the request that came
 */
export function chooseSubject(
  query: Readonly<Record<string, string>>,
  own: HttpFacts,
  settings: DescriptionSettings,
): Result<HttpFacts, readonly FieldFault[]> {
  const overrides = requestFieldNames.filter((name) => Object.hasOwn(query, name))
  if (overrides.length === 0) return ok(own)
  return parseDescription(Object.fromEntries(overrides.map((name) => [name, query[name]])), settings)
}
