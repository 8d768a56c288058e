import { asUrl, bundle } from './bundle.mjs'
import { inWorker } from './chromium.mjs'
import { atMost, told } from './lib/row.mjs'
import { timeTrace } from './time-trace.mjs'

/** @typedef {import('./time-trace.mjs').TraceTimes} TraceTimes */

const SIZE = { count: 20_000, rounds: 15 }
const PARTS = {
  startTrace: 'shared/trace/start-trace.ts',
  startRandom: 'bench/lib/start-random.ts',
  mouseVisit: 'bench/visits.mjs',
}
/** ns for each event */
const MOST_EACH = { name: '0.2 µs', value: 200 }
/** On the page's thread, for each verdict. */
const MOST_COMMIT = { name: '1 ms', value: 1 }

/** @param {string} where @param {TraceTimes} times */
function rowsOf(where, { push, json, commit, cold }) {
  const each = { name: `trace: each event, ${where}`, value: push, unit: 'ns' }
  const committing = { name: `trace: commitment to 64 slices, ${where}`, value: commit, unit: 'ms' }
  return [
    atMost(each, MOST_EACH),
    told(each, { name: 'JSON.stringify', value: json }),
    atMost(committing, MOST_COMMIT),
    told({ ...committing, name: `${committing.name}, the first of all`, value: cold }, { name: 'the fastest', value: commit }),
  ]
}

/**
 * What commit and reveal adds to the page's own thread: for each event, against writing it down as JSON, and for each verdict.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchTrace() {
  const node = timeTrace(await import(asUrl(await bundle(PARTS))), SIZE, () => performance.now())
  const script = `postMessage((${timeTrace})(bundle, ${JSON.stringify(SIZE)}, () => performance.now()))`
  /** @type {TraceTimes | undefined} */
  const browser = await inWorker(`${await bundle(PARTS, 'iife')};${script}`)
  return [...rowsOf('Node', node), ...(browser ? rowsOf('Chromium', browser) : [])]
}
