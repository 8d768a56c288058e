import type { Ms } from '../../../../shared/units.js'

/** Who has begun is served before who begins. */
const BEGINS: Ms = 250
/** What a visitor or a backend has already put work into. */
const GOES_ON: Ms = 500
/** What is quickly answered, while a form or a page of the customer waits for it. */
const READS: Ms = 2000

/** The first that fits, for those that are not what their method says. */
const special: readonly (readonly [path: RegExp, patience: Ms])[] = [
  [/^\/(healthz|readyz|\.well-known\/.*)$/, Infinity],
  [/^\/v1\/challenge$/, BEGINS],
  [/\/siteverify$/, READS],
]

/**
 * For how much work of this process such a request waits and is served, and not refused: see decision 49.
 * @param path as its endpoint has it
 */
export const patienceOf = (path: string, method: string): Ms =>
  special.find(([pattern]) => pattern.test(path))?.[1] ?? (method === 'GET' || method === 'HEAD' ? READS : GOES_ON)
