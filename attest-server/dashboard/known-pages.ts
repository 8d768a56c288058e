import { OTHER, type VerdictRecord } from '../stores/ports.js'

/** Of one project, as many as an hour has room for twice over; the oldest make room. */
const MOST_PAGES = 200
const MOST_PROJECTS = 1000

type Seen = Pick<VerdictRecord, 'projectId' | 'origin' | 'pageAction' | 'action' | 'paid'>

/** The first ones were put in first: a `Map` and a `Set` keep that order. */
function keepMost(kept: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

/**
 * Under which name a visit's page is counted. The action is the client's word: bots that made up a hundred of them at the top of an hour would leave no room for real ones.
 * So a page has a name of its own from when somebody was let through on it, or paid, since this server started.
 */
export function createKnownPages(): (record: Seen) => string {
  const known = new Map<string, Set<string>>()
  return ({ projectId, origin, pageAction, action, paid }) => {
    const page = `${origin} ${pageAction}`
    const pages = known.get(projectId)
    if (pages?.has(page)) return page
    if (action !== 'allow' && paid !== true) return OTHER
    if (pages) keepMost(pages.add(page), MOST_PAGES)
    else keepMost(known.set(projectId, new Set([page])), MOST_PROJECTS)
    return page
  }
}
