/**
 * `npm run size`: what each bundle that a page loads weighs, and whether that is within its budget and what `docs/sizes.md` says.
 *
 *   npm run size -- --write    brings the document up to date
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { budgets, componentBudgets, dashboardBudgets } from './lib/budgets.mjs'
import { root } from './lib/run.mjs'
import { sizeFaults, withTable } from './lib/size-table.mjs'

const document = join(root, 'docs', 'sizes.md')
const weights = [
  ...Object.entries({ ...budgets, ...componentBudgets }).map(([file, budget]) => ({ file, budget, ...weigh(join(root, 'dist', file)) })),
  ...Object.entries(dashboardBudgets).map(([file, budget]) => ({ file, budget, ...weigh(findHashed(file)) })),
]
const number = (/** @type {number} */ value) => value.toLocaleString('en').padStart(9)
console.log(`${'bundle'.padEnd(16)}${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}${'budget'.padStart(9)}`)
for (const { file, budget, raw, gzip, brotli } of weights) {
  const verdict = Number.isNaN(brotli) ? 'missing' : brotli > budget ? 'OVER' : `${Math.round((100 * brotli) / budget)} %`
  console.log(`${file.padEnd(16)}${number(raw)}${number(gzip)}${number(brotli)}${number(budget)}  ${verdict}`)
}
const both = weights.filter(({ file }) => /^(collector|senses)\.js$/.test(file)).reduce((sum, { brotli }) => sum + brotli, 0)
console.log(`A page that loads both scripts receives ${both.toLocaleString('en')} bytes.`)
if (process.argv.includes('--write')) writeFileSync(document, withTable(readFileSync(document, 'utf8'), weights))
const faults = sizeFaults(readFileSync(document, 'utf8'), weights)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 && weights.every(({ brotli, budget }) => brotli <= budget) ? 0 : 1

/** Of the dashboard's files the one of that name, whatever its hash. @param {string} file */
function findHashed(file) {
  const folder = join(root, 'dist', 'dashboard', 'assets')
  const [stem, extension] = file.split('.')
  const found = existsSync(folder) && readdirSync(folder).find((name) => name.startsWith(`${stem}-`) && name.endsWith(`.${extension}`))
  return join(folder, found || file)
}

/** @param {string} path */
function weigh(path) {
  if (!existsSync(path)) return { raw: Number.NaN, gzip: Number.NaN, brotli: Number.NaN }
  const bytes = readFileSync(path)
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, options).length }
}
