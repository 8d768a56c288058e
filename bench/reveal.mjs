import { asUrl, bundle } from './bundle.mjs'
import { atMost, told } from './lib/row.mjs'
import { timeReveal } from './time-reveal.mjs'

const PARTS = {
  startTrace: 'shared/trace/start-trace.ts',
  startRandom: 'bench/lib/start-random.ts',
  mouseVisit: 'bench/visits.mjs',
  decodeCommitment: 'shared/trace/commitment.ts',
  commitNow: 'shared/trace/testing/commit-now.ts',
  chooseSlices: 'attest-server/core/reveal/choose-slices.ts',
  compare: 'attest-server/core/reveal/judge-reveal.ts',
}
/** A form, and minutes. */
const COUNTS = [900, 20_000]
/** Of processor time, for each verdict that slices are asked for. */
const MOST_TIME = { name: '1 ms', value: 1 }

/**
 * What commit and reveal costs the server: slices and path read, hashed, summed up and compared, beside the signature that every evidence has.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchReveal() {
  const bundled = await import(asUrl(await bundle(PARTS, 'es', [])))
  const rows = []
  for (const count of COUNTS) {
    const { reveal, signature, leaves } = await timeReveal(bundled, count)
    const measured = { name: `reveal: judging slices of ${leaves}`, value: reveal, unit: 'ms' }
    rows.push(atMost(measured, MOST_TIME), told(measured, { name: 'one ES256 signature', value: signature }))
  }
  return rows
}
