import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { asUrl, bundle } from './bundle.mjs'
import { importTypescript } from './lib/import-typescript.mjs'
import { mouseVisit, touchVisit } from './visits.mjs'

const EVENTS = 100_000
const ROUNDS = 7
const SOURCES = { startFeatures: 'shared/features/start-features.ts' }
/** Half of what senses.js may weigh. */
const MOST_BYTES = 8192

/** @param {(event: object) => void} push @param {readonly object[]} events @returns ns for each event: the median of some rounds */
function nanoseconds(push, events) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    // Processor time, not the clock's: other work on the machine is not ours.
    const start = process.cpuUsage().user
    for (const event of events) push(event)
    return ((process.cpuUsage().user - start) * 1e3) / events.length
  })
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

/**
 * What all features together cost for each event, against writing the event down as JSON (what a collector that sends raw events
 * would do at the least), and what they weigh.
 *
 * @returns {Promise<{ name: string, value: number, unit: string, against: string, ratio: number, bar: number, ok: boolean }[]>}
 */
export async function benchFeatures() {
  const { startFeatures } = await import(asUrl(await bundle(SOURCES, 'es', [])))
  /** @type {typeof import('./lib/start-random.js')} */
  const { startRandom } = await importTypescript('bench/lib/start-random.ts')
  const running = startFeatures()
  const events = mouseVisit(EVENTS, startRandom(1))
  const features = nanoseconds(running.push, events)
  const touched = startFeatures()
  for (const event of touchVisit(startRandom(2))) touched.push(event)
  const byTouch = touched.read()
  const silent = [...running.read()].filter(([id, { state }]) => state !== 'ok' && byTouch.get(id)?.state !== 'ok').map(([id]) => id)
  if (silent.length > 0) console.warn(`Silent: ${silent.join(', ')}`)
  let length = 0
  const json = nanoseconds((event) => {
    length += JSON.stringify(event).length
  }, events)
  const size = brotliCompressSync(await bundle(SOURCES)).length
  return [
    {
      name: 'features: each event',
      value: Math.round(features),
      unit: 'ns',
      against: 'JSON.stringify',
      ratio: features / json,
      bar: 2000,
      // A feature that has nothing to read has cost nothing.
      ok: length > 0 && silent.length === 0 && features <= 2000,
    },
    {
      name: 'features: size',
      value: size,
      unit: 'bytes',
      against: '8 KB brotli',
      ratio: size / MOST_BYTES,
      bar: MOST_BYTES,
      ok: size <= MOST_BYTES,
    },
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) for (const row of await benchFeatures()) console.log(JSON.stringify(row))
