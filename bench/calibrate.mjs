/**
 * `npm run calibrate`: fits the behaviour tables of the cards anew, from recordings, generated bots and the fleet, and writes with them on whom
 * they were fitted (bench/lib/fitted-users.txt).
 *
 *   npm run calibrate -- --data DIR      recordings (default: VOUCHSAFE_DATA, else ../shared/data)
 *   npm run calibrate -- --fleet DIR     what `npm run matrix -- --record DIR` wrote, too; see load-fleet.ts for whom it leaves out
 *   npm run calibrate -- --seed 1
 *   npm run calibrate -- --out FILE      a trial: the table goes there, and fitted-users.txt beside it
 *
 * Deterministic: the same data and seed write the same numbers. What came out is judged by `npm run evaluate`.
 */
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { program, root, run } from '../tools/lib/run.mjs'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'

const shipped = join(root, 'shared', 'scorecard', 'behaviour-table.ts')
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    fleet: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: shipped },
  },
})
const out = resolve(values.out)
const users = join(out === shipped ? join(root, 'bench', 'lib') : dirname(out), 'fitted-users.txt')

/** @type {typeof import('./calibrate/calibrate.js')} */
const { calibrate } = await importTypescript('bench/calibrate/calibrate.ts')
try {
  await calibrate({ ...values, out, users, seed: Number(values.seed) })
  await run(process.execPath, [program('@biomejs/biome', 'biome'), 'format', '--write', out])
} catch (error) {
  // A folder that is not there, or a line that cannot be read, is told, not traced.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
