import { mkdirSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, entry } from './bootstrap.mjs'
import { program, root, run } from './lib/run.mjs'
import { closingLine, one, total } from './lib/step.mjs'

/** @typedef {{ name: string, args: readonly string[] }} Check a program for Node, and what it is told */

const folders = ['shared', 'collector', 'attest-server', 'verify', 'demo-site', 'e2e', 'bench', 'tools']
const cache = join(root, 'node_modules', '.cache', 'vouchsafe')

/** The slowest first, so that no processor waits at the end. @type {readonly Check[]} */
const checks = [
  { name: 'no floating promises', args: [program('eslint'), '.', '--max-warnings=0'] },
  { name: 'import zones', args: [program('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', ...folders] },
  types('tests', 'tsconfig.test.json'),
  ...[...folders, 'demo-site/public/live', 'demo-site/public/tour', 'attest-server/dashboard/page']
    .filter(hasSources)
    .map((folder) => types(folder, join(folder, 'tsconfig.json'))),
  { name: 'platforms stay apart', args: ['tools/check-platforms.mjs'] },
  { name: 'no export without a reader', args: ['tools/check-exports.mjs'] },
  { name: 'package exports', args: [program('publint'), '--strict'] },
  { name: 'package', args: ['tools/check-package.mjs'] },
  { name: 'bundle contents', args: ['tools/check-bundle.mjs'] },
  { name: 'bundle sizes', args: ['tools/check-size.mjs'] },
  { name: 'format and lint', args: [program('@biomejs/biome', 'biome'), 'ci', '--colors=off', '--error-on-warnings'] },
]

/** @param {string} name @param {string} project @returns {Check} */
function types(name, project) {
  const memory = join(cache, `${name.replaceAll('/', '-')}.tsbuildinfo`)
  return { name: `types: ${name}`, args: [program('typescript', 'tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', memory] }
}

/** @param {string} folder */
function hasSources(folder) {
  return readdirSync(join(root, folder), { recursive: true }).some((path) => /(?<!\.test)\.(tsx?|m?js)$/.test(String(path)))
}

/** Runs all checks, as many at once as there are processors; each counts as one test. */
export async function check() {
  mkdirSync(cache, { recursive: true })
  const left = [...checks]
  /** @type {import('./lib/step.mjs').Outcome[]} */
  const outcomes = []
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) outcomes.push(await perform(next))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return total(outcomes)
}

/** @param {Check} check */
async function perform({ name, args }) {
  const started = Date.now()
  const { code, output } = await run(process.execPath, args, { quiet: true })
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0 || name === 'bundle sizes' || name === 'package') console.log(output.trimEnd().replace(/^/gm, '    '))
  return one(code === 0, name)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await entry(async () => {
    await buildIfStale()
    const outcome = await check()
    console.log(`\n${closingLine(outcome)}`)
    return outcome.failed === 0 ? 0 : 1
  })
}
