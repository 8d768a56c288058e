import type { Ms } from '../../../../shared/units.js'
import type { PostedEvent } from '../events/posted-event.js'

/** Later posts may overlap the ones before by less; who is further back has begun a new clock. */
const OVERLAP: Ms = 1000

/** An event and what its place among the others says. */
export interface Placed {
  readonly event: PostedEvent
  /** It was posted after a later one. */
  readonly late: boolean
  /** The page's clock begins anew with it: nothing of what came before leads to it. */
  readonly restarts: boolean
}

type Page = { readonly event: PostedEvent; readonly late: boolean; readonly at: Ms }[]

/** A page's events by time; those of one time, and those without one, in the order of posting. */
const inOrder = (page: Page): Page =>
  page
    .map((one, i) => ({ one, i }))
    .sort((a, b) => a.one.at - b.one.at || a.i - b.i)
    .map(({ one }) => one)

/**
 * Puts posted events in the order of their times. Each page may have a clock of its own (`performance.now()` begins at 0): a `page_enter` that is
 * earlier than what came before begins one, and so does a post that begins long before the last one ended.
 * @param last the latest posted time of the session's page so far
 */
export function arrange(events: readonly PostedEvent[], last: Ms | undefined): Placed[] {
  const pages: { page: Page; restarts: boolean }[] = [{ page: [], restarts: false }]
  let [high, before] = [last ?? -Infinity, -Infinity]
  for (const [i, event] of events.entries()) {
    const at = event.t ?? before
    if (event.t !== undefined && (event.type === 'page_enter' ? at < high : i === 0 && at < high - OVERLAP)) {
      pages.push({ page: [], restarts: true })
      high = before = -Infinity
    }
    pages.at(-1)!.page.push({ event, late: event.t !== undefined && at < before, at })
    before = at
    high = Math.max(high, at)
  }
  return pages.flatMap(({ page, restarts }) => inOrder(page).map(({ event, late }, i) => ({ event, late, restarts: restarts && i === 0 })))
}
