/**
 * `npm run evaluate`: judges the shipped client card, by behaviour alone, on recordings that it was not fitted on. Fits nothing.
 *
 *   npm run evaluate                               the default recordings and synthetic bots; writes docs/evaluation/behaviour.*
 *   npm run evaluate -- --check                    fails where a figure is worse than in the last report; writes no document
 *   npm run evaluate -- --data DIR --json FILE     any folder of recordings in the same format, as rows of JSON
 *
 * docs/evaluation/README.md says what each number means.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'

const text = /** @type {const} */ ({ type: 'string' })
const { values } = parseArgs({ options: { data: text, json: text, check: { type: 'boolean', default: false } } })
const docs = fileURLToPath(new URL('../docs/evaluation', import.meta.url))

/** @type {typeof import('./evaluate/run-evaluation.js')} */
const { runEvaluation } = await importTypescript('bench/evaluate/run-evaluation.ts')
try {
  process.exitCode = (await runEvaluation({ ...values, docs, say: (line) => console.log(line) })) ? 0 : 1
} catch (error) {
  // A folder or a line that cannot be read is told, not traced.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
