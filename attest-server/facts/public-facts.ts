import type { ObservationId } from '../../shared/observation.js'
import type { Fact } from './fact.js'
import { facts } from './index.js'
import { requestFacts } from './request-facts.js'

/**
 * Facts of our own page's requests that say, more strictly because more is known of those, what a fact of any request says under another name: which. Their
 * weights are fitted and stay; their names stay inside. Rules, tokens and lists that others read have the name on the right alone, so that a rule means
 * the same on every surface, and both stand behind the same detections.
 */
export const saidAgain = {
  'http.user-agent-library': ['http.user-agent-program'],
  'http.header-order': ['http.wire-order'],
  'http.accept-language': ['http.language-form'],
  'http.fetch-metadata': ['http.fetch-combination'],
  'http.client-hints': ['http.hint-presence', 'http.hint-brands'],
} as const satisfies Readonly<Partial<Record<ObservationId, readonly ObservationId[]>>>

const all: readonly Fact[] = [...requestFacts, ...facts]

/** Every fact that has a public name, once. A session that rules judge is asked for all of these. */
export const publicFacts: readonly Fact[] = [...new Map(all.map((fact) => [fact.id, fact])).values()].filter(
  ({ id }) => !Object.hasOwn(saidAgain, id),
)
