import { measure } from './latency/measure.mjs'
import { atLeast, atMost, told } from './lib/row.mjs'

/** @typedef {import('./latency/measure.mjs').Round} Round */

const ROUNDS = { steady: 21, full: 7, score: 9 }
/** Of a bare route's. */
const MOST_LATENCY = 3
/** ms: what others promise for the same question, by way of a network. */
const PROMISED = { name: '50 ms', value: 50 }
/** A second on one processor, the socket's work among it: what a core is for. */
const SCORES = { name: 'the bar', value: 5_000 }

/** The best round of each: what else runs on the machine only adds to it. @param {readonly Round[]} rounds @param {keyof Round} what */
const best = (rounds, what) => Math.min(...rounds.map((round) => round[what]))

/**
 * What a backend waits for when it asks what to do about a visitor, beside a route of the same framework that answers as much and does nothing
 * for it. Over keep-alive connections of this machine; every second question is in a context that was not asked for before, and both are sent events of
 * twenty visits a second meanwhile, which give these a new score in ours.
 * Then how many described requests a processor scores over such connections.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchServedLatency() {
  const { steady, full, score } = await measure(ROUNDS)
  const rows = (/** @type {'sqlite' | 'memory'} */ store) => {
    const row = (/** @type {string} */ name, /** @type {typeof steady} */ load, /** @type {keyof Round} */ what, unit = 'ms') =>
      /** @type {const} */ ([
        { name: `verdict of a session, ${store}: ${name}`, value: best(load[store], what), unit },
        { name: 'a bare route', value: best(load.bare, what) },
      ])
    const [p99, bare] = row('p99 at 2,000 a second', steady, 'p99')
    return [
      atMost(p99, bare, MOST_LATENCY),
      atMost(p99, PROMISED, 0.5),
      told(...row('p50 at 2,000 a second', steady, 'p50')),
      told(...row('processor at 2,000 a second', steady, 'cpu', 'µs')),
      told(...row('p99 at full load', full, 'p99')),
      told(...row('processor at full load', full, 'cpu', 'µs')),
    ]
  }
  const measured = {
    name: 'POST /score over a socket, requests a second of one processor',
    value: 1e6 / best(score.sqlite, 'cpu'),
    unit: '/s',
  }
  return [
    ...rows('sqlite'),
    ...rows('memory'),
    atLeast(measured, SCORES, 1),
    told(measured, { name: 'a bare route', value: 1e6 / best(score.bare, 'cpu') }),
  ]
}
