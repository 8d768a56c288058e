import type { Ms, Share } from '../../shared/units.js'
import type { Job, Progress, Reply } from './messages.js'
import type { Workplace } from './workplace.js'

/** A workplace that says nothing for so long in the foreground is dead: systems end workers without a word. */
const SILENCE_LIMIT: Ms = 2000

/**
 * Has a job done, at rest while the page is hidden.
 * @returns how far it came; not `done` where the signal ended it or the workplace broke down
 */
export function runJob({ port }: Workplace, job: Job, signal: AbortSignal, progress?: (done: Share) => void): Promise<Progress> {
  return new Promise((resolve) => {
    let latest: Progress = { start: job.start, nonces: job.nonces, spent: 0, done: false }
    let watchdog: ReturnType<typeof setTimeout> | undefined

    const end = (event?: Event) => {
      event?.preventDefault()
      clearTimeout(watchdog)
      document.removeEventListener('visibilitychange', attend)
      signal.removeEventListener('abort', end)
      port.onmessage = port.onerror = null
      port.postMessage(null)
      resolve(latest)
    }
    const watch = () => {
      clearTimeout(watchdog)
      if (!document.hidden) watchdog = setTimeout(end, SILENCE_LIMIT)
    }
    const attend = () => {
      port.postMessage(!document.hidden)
      watch()
    }

    port.onerror = end
    port.onmessage = ({ data }: { data: Reply }) => {
      if (!('nonces' in data) || data.start !== job.start) return
      latest = data
      progress?.(data.nonces.filter((nonce) => nonce >= 0).length / data.nonces.length)
      if (data.done) end()
      else watch()
    }
    document.addEventListener('visibilitychange', attend)
    signal.addEventListener('abort', end)
    attend()
    port.postMessage(job)
    if (signal.aborted) end()
  })
}
