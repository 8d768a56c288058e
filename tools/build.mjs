/**
 * `npm run build`: all bundles, types and pages, into `dist/`.
 *
 *   npm run build -- --dialect         collectors that speak as no others do (`tools/dialect/`); those before them stay understood for a while
 *   npm run build -- --dialect SEED    the same again, for the same secret seed
 */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDialect, writePlain } from './dialect/write-dialect.mjs'
import { buildSite } from './docs-site/build-site.mjs'
import { program, root, run } from './lib/run.mjs'
import { hashSources } from './lib/sources.mjs'
import { NOTICES, noticesOf, packagesIn } from './lib/third-party.mjs'
import { writeTour } from './tour/write-tour.mjs'

// Builds beside `dist/` and swaps the folders at the end, so that a failed build leaves the last good one in place and a running
// server never sees half of a new one.
const folder = `.dist-${process.pid}`
const work = join(root, folder)
/** Seconds. A build takes 6 to 20; one that takes this long hangs. */
const LIMIT = 300

process.once('exit', () => rmSync(work, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const started = Date.now()
const faults = await build()
for (const fault of faults) console.error(fault.output.trim())
if (faults.length === 0) console.log(`built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`)
else console.error('\nThe build failed; dist/ is as it was.')
process.exitCode = faults.length === 0 ? 0 : 1

async function build() {
  const sources = hashSources(root)
  mkdirSync(work)
  const dialect = await prepareDialects()
  const env = { ...process.env, VOUCHSAFE_BUILD_DIR: folder, ...(dialect && { VOUCHSAFE_BUILD_DIALECT: dialect }) }
  const steps = await Promise.all([
    run(process.execPath, [program('rollup'), '--config', '--silent'], { quiet: true, env, seconds: LIMIT }),
    run(process.execPath, [program('typescript', 'tsc'), '-p', 'tsconfig.types.json', '--outDir', join(folder, 'types')], {
      quiet: true,
      seconds: LIMIT,
    }),
  ])
  const faults = steps.filter((step) => step.code !== 0)
  if (faults.length > 0) return faults
  copyPages()
  writeTour(join(work, 'demo-site'))
  // As it is now: a change of the documentation alone builds nothing anew.
  await buildSite({ out: join(work, 'demo-site', 'docs'), api: false })
  copyDocs()
  describeCommonjs()
  writeFileSync(join(work, NOTICES), noticesOf(packagesIn(work)))
  chmodSync(join(work, 'cli.mjs'), 0o755)
  writeFileSync(join(work, 'build.json'), `${JSON.stringify({ sources })}\n`)
  swap()
  return []
}

/**
 * Keeps what the server has to understand: builds that pages may still hold.
 *
 * @returns {Promise<string | undefined>} the file of the one that is made now; none: the wire's plain form
 */
async function prepareDialects() {
  const [option, seed] = process.argv.slice(2)
  const before = join(root, 'dist', 'dialects')
  if (existsSync(before)) cpSync(before, join(work, 'dialects'), { recursive: true })
  if (option !== '--dialect') return void writePlain(work)
  const { build, file } = await writeDialect(work, seed)
  console.log(`The collectors of this build speak ${build}.`)
  return file
}

/** What the demo serves as it stands. */
function copyPages() {
  const filter = (/** @type {string} */ path) => !path.endsWith('tsconfig.json')
  cpSync(join(root, 'demo-site', 'public'), join(work, 'demo-site', 'public'), { recursive: true, filter })
}

/**
 * The viewer behind `/docs`, with its licence. Copied rather than depended on: a dependency of its package tells a third party of
 * every installation, which nobody who installs ours shall be part of.
 */
function copyDocs() {
  const viewer = join(root, 'node_modules', 'swagger-ui-dist')
  const docs = join(work, 'docs')
  mkdirSync(docs)
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt', 'LICENSE', 'NOTICE'])
    copyFileSync(join(viewer, name), join(docs, name))
}

/** The folder for `require` says what its files are, and has types of its own: those beside the modules are modules. */
function describeCommonjs() {
  const folder = join(work, 'cjs')
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs' })}\n`)
  for (const part of ['shared', 'verify']) cpSync(join(work, 'types', part), join(folder, 'types', part), { recursive: true })
}

function swap() {
  const dist = join(root, 'dist')
  const last = `${work}-last`
  if (existsSync(dist)) renameSync(dist, last)
  renameSync(work, dist)
  rmSync(last, { recursive: true, force: true })
}
