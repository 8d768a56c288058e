/**
 * `npm run calibrate`: fits the behaviour tables of the cards anew, from recordings, generated bots and the fleet.
 *
 *   npm run calibrate -- --data DIR      recordings (default: VOUCHSAFE_DATA, else ../shared/data)
 *   npm run calibrate -- --fleet DIR     what `npm run matrix -- --record DIR` wrote, too
 *   npm run calibrate -- --seed 1 --out FILE
 *
 * Deterministic: the same data and seed write the same numbers. What came out is judged by `npm run evaluate`.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { program, root, run } from '../tools/lib/run.mjs'
import { importTypescript } from './lib/import-typescript.mjs'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    fleet: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: join(root, 'shared', 'scorecard', 'behaviour-table.ts') },
  },
})

/** @type {typeof import('./calibrate/calibrate.js')} */
const { calibrate } = await importTypescript('bench/calibrate/calibrate.ts')
try {
  await calibrate({ ...values, seed: Number(values.seed) })
  await run(process.execPath, [program('@biomejs/biome', 'biome'), 'format', '--write', values.out])
} catch (error) {
  // A folder that is not there is told, not traced.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
