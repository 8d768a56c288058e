import { brotliCompressSync } from 'node:zlib'
import { asUrl, bundle } from './bundle.mjs'
import { inWorker } from './chromium.mjs'
import { atMost, told } from './lib/row.mjs'
import { timeEvents } from './time-events.mjs'
import { mouseVisit, touchVisit } from './visits.mjs'

/** @typedef {import('./time-events.mjs').Times} Times */

const SIZE = { count: 100_000, rounds: 7 }
const SOURCES = { startFeatures: 'shared/features/reading/start-features.ts' }
const PARTS = { ...SOURCES, startRandom: 'bench/lib/start-random.ts', mouseVisit: 'bench/visits.mjs' }
/** ns for each event */
const MOST_TIME = { name: '2 µs', value: 2000 }
/** Half of what senses.js may weigh. */
const MOST_BYTES = { name: '8 KB brotli', value: 8192 }

/** @returns {Promise<string[]>} features that find nothing to read in visits which have something for each of them */
async function findSilent() {
  // As the sources name things, not as the minifier does.
  const { startFeatures, startRandom } = await import(asUrl(await bundle(PARTS, 'es', [])))
  const [byMouse, byTouch] = [mouseVisit(SIZE.count, startRandom(1)), touchVisit()].map((events) => {
    const { push, read } = startFeatures()
    for (const event of events) push(event)
    return read()
  })
  return [...byMouse].filter(([id, { state }]) => state !== 'ok' && byTouch.get(id)?.state !== 'ok').map(([id]) => id)
}

/** @param {string} where @param {Times} times */
function speed(where, { features, json }) {
  const measured = { name: `features: each event, ${where}`, value: features, unit: 'ns' }
  return [atMost(measured, MOST_TIME), told(measured, { name: 'JSON.stringify', value: json })]
}

/**
 * What all features together cost for each event, against writing the event down as JSON (what a collector that sends raw events
 * would do at the least), in Node and in a browser; and what they weigh.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchFeatures() {
  const silent = await findSilent()
  if (silent.length > 0) console.warn(`Silent: ${silent.join(', ')}`)
  // Processor time, where there is a clock of it: other work on the machine is not ours.
  const rows = [
    ...speed(
      'Node',
      timeEvents(await import(asUrl(await bundle(PARTS))), SIZE, () => process.cpuUsage().user / 1000),
    ),
  ]
  const script = `postMessage((${timeEvents})(bundle, ${JSON.stringify(SIZE)}, () => performance.now()))`
  /** @type {Times | undefined} */
  const browser = await inWorker(`${await bundle(PARTS, 'iife')};${script}`)
  if (browser) rows.push(...speed('Chromium', browser))
  return [
    // A feature that has nothing to read has cost nothing.
    ...rows.map((row) => ({ ...row, ok: row.ok && silent.length === 0 })),
    atMost({ name: 'features: size', value: brotliCompressSync(await bundle(SOURCES)).length, unit: 'bytes' }, MOST_BYTES),
  ]
}
