import type { Ms } from '../../shared/units.js'
import type { Listeners } from './listeners.js'
import { whenIdle } from './when-idle.js'

/** A page whose last image never comes is as good as loaded after this long. */
const LOAD_LIMIT: Ms = 3000

interface PrerenderingDocument extends Document {
  readonly prerendering?: boolean
}

/** Prerendered and background pages are not being visited yet. */
const isAway = (): boolean => document.hidden || (document as PrerenderingDocument).prerendering === true

const isLoading = (): boolean => document.readyState !== 'complete'

/**
 * Calls `first` once, in idle time, when the page has loaded and is being looked at; and `again` whenever it comes back from the
 * back/forward cache, where time has stood still for it while its challenge and verdict grew old.
 * @returns takes back what is still planned
 */
export function followLifeCycle(listeners: Listeners, first: () => void, again: () => void): () => void {
  let begun = false
  let late = false
  let stopped = false
  const check = () => {
    if (begun || isAway() || (isLoading() && !late)) return
    begun = true
    whenIdle(() => {
      if (!stopped) first()
    })
  }
  for (const type of ['load', 'visibilitychange', 'prerenderingchange'] as const) listeners.on(type as 'load', check)
  listeners.on('pageshow', (event) => {
    if (event.persisted) again()
  })
  const timer = setTimeout(() => {
    late = true
    check()
  }, LOAD_LIMIT)
  check()
  return () => {
    stopped = begun = true
    clearTimeout(timer)
  }
}
