import { atMost, told } from './lib/row.mjs'
import { withProcesses } from './load/processes.mjs'

/** Of what the server can do. */
const SHARE = 0.5
const VISITORS = 1_000
/** Until caches, pools and compiled code have what they will have. */
const WARM = 3
/** A second, while it is found out what a visit costs. */
const TRIED = 60
/** Seconds between two looks. */
const STEP = 10
/** MB an hour of what is left after all garbage is collected: a process that keeps to it runs a week in half a gigabyte. */
const MOST_HEAP = { name: '3 MB an hour', value: 3 }

/** The slope of a line through all points, by least squares. @param {readonly (readonly [x: number, y: number])[]} points */
function slopeOf(points) {
  const mean = (/** @type {0 | 1} */ i) => points.reduce((sum, point) => sum + point[i], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

/**
 * Holds half of what the server can do, and looks at its memory. Visitors come again, and move as they did: such a visit costs more than a first one.
 *
 * @param {{ minutes?: string }} options in two minutes nobody sees a slope
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchSoak({ minutes = '10' } = {}) {
  return withProcesses(async ({ server, loader }) => {
    await loader.ask({ task: 'make', count: VISITORS })
    const steady = (/** @type {number} */ rate) => loader.ask({ task: 'steady', server: server.listening, rate, seconds: STEP })
    let rate = TRIED
    for (let i = 0; i < WARM; i++) {
      const before = await server.ask('time')
      const { good } = await steady(TRIED)
      rate = (SHARE * 1e6 * good) / ((await server.ask('time')) - before)
    }
    /** @type {[hours: number, heap: number, rss: number][]} */
    const looks = []
    let [good, bad, p99] = [0, 0, 0]
    const start = performance.now()
    while (performance.now() - start < Number(minutes) * 60_000) {
      const step = await steady(rate)
      good += step.good
      bad += step.refused + step.late
      p99 = Math.max(p99, step.p99)
      const { rss, heap } = await server.ask('memory')
      looks.push([(performance.now() - start) / 3_600_000, heap / 1e6, rss / 1e6])
    }
    // The first third still fills caches.
    const settled = looks.slice(Math.floor(looks.length / 3))
    const [, lastHeap = Number.NaN, lastRss = Number.NaN] = looks.at(-1) ?? []
    const heap = slopeOf(settled.map(([hours, used]) => [hours, used]))
    const rss = slopeOf(settled.map(([hours, , used]) => [hours, used]))
    const name = `soak, ${minutes} minutes at ${rate.toFixed(0)} visits a second`
    return [
      atMost({ name: `${name}: heap grows`, value: heap, unit: 'MB/h' }, MOST_HEAP),
      told({ name: `${name}: memory grows`, value: rss, unit: 'MB/h' }, MOST_HEAP),
      atMost({ name: `${name}: memory`, value: lastRss, unit: 'MB' }, { name: '300 MB', value: 300 }),
      told({ name: `${name}: heap`, value: lastHeap, unit: 'MB' }, { name: '300 MB', value: 300 }),
      atMost({ name: `${name}: refused, failed or late`, value: bad, unit: 'visits' }, { name: 'all visits', value: good + bad }, 0.001),
      told({ name: `${name}: p99 of the worst 10 s`, value: p99, unit: 'ms' }, { name: '2 s', value: 2_000 }),
    ]
  })
}
