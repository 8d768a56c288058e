import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atMost, told } from './lib/row.mjs'

/** @typedef {{ name: string, peak: number, processes: number, redisPrimaries: number, redisBytes: number, databases: number, databaseBytes: number }} Region */
/** @typedef {{ plan: { regions: Region[], wire: number }, day: { name: string, busiest: number, overloaded: number }[], wait: number }} Report */

/** All that its processors can do. */
const ALL = { name: 'all there is', value: 1 }
const MOST_WAIT = { name: '100 ms', value: 100 }

/**
 * A plan on paper for a billion sessions a day, and a bad day of it: a region that is lost in its evening, and a crowd in another. No measurement: what it
 * reckons with is in `bench/capacity/what-if.ts`, and where that is from in `docs/capacity.md`.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchCapacity() {
  /** @type {{ reportCapacity(): Report }} */
  const { reportCapacity } = await importTypescript('bench/capacity/report.ts')
  const { plan, day, wait } = reportCapacity()
  const rows = plan.regions.flatMap(({ name, peak, processes, redisPrimaries, redisBytes, databases, databaseBytes }, i) => {
    const of = (/** @type {string} */ what, /** @type {number} */ value, /** @type {string} */ unit) => ({
      name: `capacity, ${name}: ${what}`,
      value,
      unit,
    })
    return [
      told(of('sessions at most', peak, '/s'), { name: 'one', value: 1 }),
      told(of('processes', processes, ''), { name: 'one', value: 1 }),
      told(of('primaries of Redis', redisPrimaries, ''), { name: 'one', value: 1 }),
      told(of('kept in Redis', redisBytes / 1e9, 'GB'), { name: '1 GB', value: 1 }),
      told(of('databases', databases, ''), { name: 'one', value: 1 }),
      told(of('kept in databases', databaseBytes / 1e12, 'TB'), { name: '1 TB', value: 1 }),
      atMost(of('processors in the busiest second of a bad day', day[i]?.busiest ?? Number.NaN, ''), ALL),
    ]
  })
  const waited = atMost({ name: 'capacity: p99 of the wait for a processor then', value: wait, unit: 'ms' }, MOST_WAIT)
  return [
    ...rows,
    waited,
    told({ name: 'capacity: on the wire, mean', value: plan.wire / 1e6, unit: 'MB/s' }, { name: '1 MB/s', value: 1 }),
  ]
}
