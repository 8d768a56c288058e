import type { ObservationId, Observations } from '../../../shared/observation.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'

/** How automation says what it is: the flag of the WebDriver standard, and the user agent of a crawler, a library or a browser without a window. */
const SAYINGS: readonly ObservationId[] = ['tell.webdriver', 'tell.declared', 'http.user-agent-library']
/** Families of what somebody did to be taken for something else, ... */
const DISGUISES: ReadonlySet<string> = new Set(['realms', 'disguise', 'tampering'])
/** ... but for what every test sets that wants the page in another language: Playwright does it unasked, and no worker learns of it. */
const INNOCENT: ReadonlySet<ObservationId> = new Set(['tell.worker-languages', 'tell.shared-worker'])
/** So many contradictions in the headers are no filter's doing: they pretend to be a browser's. */
const PRETENCE = 2

function numberAt(seen: Observations, id: ObservationId): number {
  const observation = seen.get(id)
  return observation?.state === 'ok' ? Number(observation.value) || 0 : 0
}

/** Automation that declares itself, and shows nothing else. A word of its own that is contradicted elsewhere declares nothing. */
export function isDeclared(seen: Observations, { contributions }: Pick<ScoreReport, 'contributions'>): boolean {
  const says = SAYINGS.some((id) => numberAt(seen, id) >= 1)
  const hides = contributions.some(({ id, family, llr }) => llr > 0 && DISGUISES.has(family) && !INNOCENT.has(id))
  return says && !hides && numberAt(seen, 'http.contradictions') < PRETENCE
}
