/**
 * `npm run fuzz`: requests made of the server's own OpenAPI document, most of them odd, over loopback to a server of its own.
 *
 *   npm run fuzz -- --requests 100000    as many of them
 *   npm run fuzz -- --seed N             others
 *   npm run fuzz -- --only NUMBER        the one request of that number of that seed, shown with its answer
 *
 * Exit code 1 when an answer is not as documented, when an operation was never answered well or never refused, or when the server is
 * not as it was: its memory, its log, its store.
 */
import { parseArgs } from 'node:util'
import { importTypescript } from './rollup/import-typescript.mjs'

let isStopped = false
// The first signal asks for the report of what was sent; the second one ends it at once.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    if (isStopped) process.exit(1)
    isStopped = true
  })
}

const text = /** @type {const} */ ({ type: 'string' })
const { values } = parseArgs({ options: { requests: text, seed: text, only: text } })
const [requests, seed, only] = [values.requests ?? '100000', values.seed ?? '1', values.only].map((value) =>
  value === undefined ? undefined : Number(value),
)
if (!Number.isSafeInteger(requests) || !Number.isSafeInteger(seed) || !(only === undefined || Number.isSafeInteger(only))) {
  console.error('Usage: npm run fuzz -- [--requests N] [--seed N] [--only NUMBER]')
  process.exit(2)
}

/** @type {typeof import('../attest-server/testing/fuzz/fuzz-server.js')} */
const { fuzzServer } = await importTypescript('attest-server/testing/fuzz/fuzz-server.ts')
const report = await fuzzServer({
  requests: requests ?? 0,
  seed: seed ?? 0,
  ...(only === undefined ? {} : { only }),
  isStopped: () => isStopped,
  note: (number, resident) => process.stderr.write(`${number} of ${requests}, ${resident} MB${process.stderr.isTTY ? ' \r' : '\n'}`),
})

const { findings, failed, rows, statuses, resident, seconds, faults } = report
if (report.only !== undefined) console.log(`#${only} ${report.only}`)
for (const { number, kind, problem, request } of findings) {
  // One that was asked for stands above, whole.
  console.log(`#${number} ${kind}\n    ${problem}${only === undefined ? `\n    ${request}` : ''}`)
}
if (only === undefined) {
  console.table(Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts])))
  console.log('answers by status:', statuses)
  const sum = (/** @type {'sent' | 'passed' | 'good' | 'refused'} */ name) => rows.reduce((total, row) => total + row[name], 0)
  console.log(
    `${sum('sent')} requests in ${seconds} s (seed ${seed}): ${sum('passed')} passed keys and limits, ${sum('good')} were answered well`,
  )
  const megabytes = (/** @type {number | undefined} */ value) => (value === undefined ? 'not measured' : `${value} MB`)
  console.log(
    `resident memory: ${megabytes(resident.warm)} when warm, ${megabytes(resident.most)} at most, ${megabytes(resident.end)} at the end`,
  )
}
const unreached = only === undefined ? rows.filter(({ good, refused }) => good === 0 || refused === 0).map(({ id }) => id) : []
for (const id of unreached) console.log(`${id} was never answered well, or never refused`)
for (const fault of faults) console.log(`SERVER: ${fault}`)
console.log(`${failed} answers were not as documented`)
process.exitCode = failed + faults.length + unreached.length === 0 ? 0 : 1
