import type { Command, Job, Port } from './messages.js'
import type { search } from './search.js'

/**
 * Works on what comes in by `port`, in slices, so that a pause or new work is heard and, on the main thread, the page stays quick.
 * The same code serves in a worker and on the page. Refers to nothing outside: the blob worker is made from its text.
 *
 * @param slice the longest time to work without a break, in ms. It aims at three quarters of it: the speed is not known beforehand.
 * @param inWorker whether to say what `navigator` looks like from here
 */
export function serve(port: Port, find: typeof search, slice: number, inWorker: boolean): void {
  // Bounds for clocks that privacy protection has made too coarse (100 ms) to see a slice.
  const most = 16384
  const least = 16
  const { port1, port2 } = new MessageChannel()
  let job: Job | null = null
  let nonces: number[] = []
  let index = 0
  let nonce = 0
  let spent = 0
  let chunk = least
  let paused = false
  let waiting = false

  /** Tries the next chunk of nonces. */
  const advance = (work: Job): void => {
    while (nonces[index]! >= 0) index++
    const puzzle = work.puzzles[index]
    if (!puzzle) {
      job = null
      return
    }
    const before = performance.now()
    const found = find(work.k, puzzle.state, puzzle.words, work.target, nonce, nonce + chunk)
    const took = performance.now() - before
    spent += took
    nonce += chunk
    if (took > slice / 4) chunk = Math.max(least, chunk >> 1)
    if (found >= 0) {
      nonces[index] = found
      nonce = work.start
    } else if (took < slice / 8) chunk = Math.min(most, 2 * chunk)
    if (spent >= work.budget) job = null
  }

  const next = (): void => {
    if (waiting || paused || !job) return
    waiting = true
    port2.postMessage(0)
  }

  port1.onmessage = () => {
    waiting = false
    if (paused || !job) return
    const { id } = job
    const began = spent
    for (let left = 2 * most; job && left > 0 && spent - began < slice / 2; left -= chunk) advance(job)
    port.postMessage({ id, nonces, spent, done: !job })
    next()
  }

  port.onmessage = ({ data }: { data: Command }) => {
    if (typeof data === 'boolean') paused = !data
    else {
      job = data
      nonces = data ? [...data.nonces] : []
      nonce = data ? data.start : 0
      index = spent = 0
    }
    next()
  }

  const { userAgent, languages, platform, hardwareConcurrency, webdriver } = navigator
  const facts = { userAgent, languages: String(languages), platform, hardwareConcurrency, webdriver: webdriver === true }
  port.postMessage({ facts: inWorker ? facts : undefined })
}
