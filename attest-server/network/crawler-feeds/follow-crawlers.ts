import type { Ms } from '../../../shared/units.js'
import type { Log } from '../../routes/http/log.js'
import type { Crawlers, ListFault } from './open-crawlers.js'

/** How often it is looked at which lists are due: one that failed is tried again so soon. */
const EVERY: Ms = 600_000

/** `apple, bing`: the same faults again are the same text. */
const textOf = (faults: ReadonlyMap<string, ListFault>): string => Array.from(faults, ([list, fault]) => `${list}: ${fault}`).join(', ')

/**
 * Fetches the vendors' lists in the background for as long as the server runs, at once for the first time: no request waits for them, and
 * nothing depends on their coming. The log hears of faults once, and of their end.
 * @returns what ends it; a list that is under way is left to itself.
 */
export function followCrawlers(
  { refreshDue }: Pick<Crawlers, 'refreshDue'>,
  log: Pick<Log, 'info' | 'error'>,
  every: Ms = EVERY,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let before = ''
  async function round(): Promise<void> {
    const faults = textOf(await refreshDue(() => !isStopped))
    if (isStopped) return
    if (faults !== '' && faults !== before) log.error('crawler-feeds-failed', { lists: faults })
    if (faults === '' && before !== '') log.info('crawler-feeds-back')
    before = faults
    timer = setTimeout(() => void round(), every)
    timer.unref()
  }
  void round()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
