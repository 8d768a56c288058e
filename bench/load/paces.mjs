import { connect } from '../latency/connect.mjs'

/** @typedef {Awaited<ReturnType<typeof connect>>['ask']} Ask sends one request, resolves with the answer */
/** How it went: ms, in order of size. @typedef {{ latencies: number[], seconds: number }} Paced */

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Closed loop: so many connections, each of which does the next thing as soon as it has done the last. What a server can do at most.
 *
 * @param {{ url: string, connections: number, count: number }} load
 * @param {(i: number, ask: Ask) => Promise<void>} work one thing, by its number
 * @returns {Promise<Paced>}
 */
export async function closedLoop({ url, connections, count }, work) {
  const opened = await Promise.all(Array.from({ length: connections }, () => connect(url)))
  /** @type {number[]} */
  const latencies = []
  let next = 0
  const start = performance.now()
  await Promise.all(
    opened.map(async ({ ask, close }) => {
      while (next < count) {
        const begun = performance.now()
        await work(next++, ask)
        latencies.push(performance.now() - begun)
      }
      close()
    }),
  )
  return { latencies: latencies.sort((a, b) => a - b), seconds: (performance.now() - start) / 1000 }
}

/**
 * Open loop: things come when they come, whatever became of those before. A thing that finds no idle connection opens one, as new visitors do;
 * its time counts from when it was due.
 *
 * @param {{ url: string, rate: number, count: number, most: number }} load `rate` a second; after `most` ms nobody waits any more
 * @param {(i: number, ask: Ask) => Promise<boolean>} work one thing, by its number: whether it came to what it was for
 * @returns {Promise<Paced & { good: number, late: number }>} latencies of those that were good; `good`: as many of them as were answered while others still came, or work that
 *   was put off would count as work that keeps up; `late`: those for whom nobody waited any more
 */
export async function openLoop({ url, rate, count, most }, work) {
  /** @type {Awaited<ReturnType<typeof connect>>[]} */
  const idle = []
  /** @type {number[]} */
  const latencies = []
  let late = 0
  let good = 0
  let isSending = true
  const one = async (/** @type {number} */ i, /** @type {number} */ due) => {
    const connection = idle.pop() ?? (await connect(url))
    const left = due + most - performance.now()
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, Math.max(0, left), 'late')
    })
    const done = await Promise.race([work(i, connection.ask), limit])
    clearTimeout(timer)
    if (done === 'late') {
      late++
      return connection.close()
    }
    if (done) latencies.push(performance.now() - due)
    if (done && isSending) good++
    idle.push(connection)
  }
  const start = performance.now()
  /** @type {Promise<void>[]} */
  const all = []
  while (all.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - start) / 1000) * rate))
    while (all.length < due) all.push(one(all.length, start + (1000 * all.length) / rate).catch(() => void late++))
    await wait(1)
  }
  const seconds = (performance.now() - start) / 1000
  isSending = false
  await Promise.all(all)
  for (const { close } of idle) close()
  return { latencies: latencies.sort((a, b) => a - b), seconds, good, late }
}
