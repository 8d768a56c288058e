import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { asUrl, bundle } from './bundle.mjs'

const EVENTS = 100_000
const ROUNDS = 7
/** All features and the rows that weigh them. */
const SOURCES = { startFeatures: 'shared/features/start-features.ts', behaviourRows: 'shared/scorecard/behaviour-rows.ts' }

/** A busy visit: mostly moves on curves, some keys, wheels and presses. The same each time. */
function visit() {
  const at = { trusted: true, pointer: 'mouse', pressure: 0.5 }
  const offset = { dx: 20, dy: 3, width: 200, height: 40 }
  const key = { modifier: false, repeat: false, shift: true, capsLock: false, physical: true, composing: false, trusted: true }
  return Array.from({ length: EVENTS }, (_, i) => {
    const t = 16.7 * i + (i % 90 === 0 ? 200 : 0)
    const [x, y] = [Math.round(600 + 400 * Math.sin(i / 23)), Math.round(400 + 300 * Math.sin(i / 17 + (i % 7) / 9))]
    if (i % 60 === 58) return { ...at, kind: 'down', t, x, y, offset }
    if (i % 60 === 59) return { ...at, kind: 'up', t }
    if (i % 20 === 16) return { ...key, kind: 'key-down', t, press: i % 3, upper: i % 40 === 16 }
    if (i % 20 === 17) return { kind: 'key-up', t, press: (i - 1) % 3, trusted: true }
    if (i % 20 === 18) return { kind: 'wheel', t, deltaY: 100, legacyDelta: -120, trusted: true }
    if (i % 200 === 79) return { kind: 'input', t, cause: 'insert', composing: false, trusted: true }
    if (i % 200 === 99) return { kind: 'submit', t, trusted: true }
    if (i % 20 === 19) return { kind: 'scroll', t, trusted: true }
    return { ...at, kind: 'move', t, x, y, samples: 2 }
  })
}

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
  const running = startFeatures()
  const events = visit()
  const features = nanoseconds(running.push, events)
  const silent = [...running.read()].filter(([, { state }]) => state !== 'ok').map(([id]) => id)
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
      name: 'features and their rows',
      value: size,
      unit: 'bytes',
      against: '4 KB brotli',
      ratio: size / 4096,
      bar: 4096,
      ok: size <= 4096,
    },
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) for (const row of await benchFeatures()) console.log(JSON.stringify(row))
