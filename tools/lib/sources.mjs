import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the build reads, relative to the repository: folders with all that is in them but tests, and files. */
const INPUTS = [
  'shared',
  'collector',
  'attest-server',
  'verify',
  'demo-site',
  'docs/how-it-decides.md',
  'docs/quickstart.md',
  'e2e/bots',
  'e2e/drill',
  'e2e/fixture',
  'e2e/hands',
  'e2e/lib/drilled.mjs',
  'e2e/lib/drivers.mjs',
  'e2e/support',
  'tools/build.mjs',
  'tools/dialect',
  'tools/docs-site/highlight.mjs',
  'tools/rollup',
  'tools/tour',
  'rollup.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.browser.json',
  'tsconfig.build.json',
  'tsconfig.types.json',
]

/** @param {string} path */
const isTest = (path) => /\.test\.[a-z]+$/.test(path)

/**
 * One hash over the names and contents of everything that the build reads. Contents, not times: a checkout changes times.
 *
 * @param {string} root
 * @param {readonly string[]} [inputs]
 * @throws when one is not there: what was moved or renamed would otherwise go out of the hash, and changes to it would build nothing
 */
export function hashSources(root, inputs = INPUTS) {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const path of inputs.flatMap((input) => sources(root, input))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/** @param {string} root @param {string} input */
function sources(root, input) {
  const entry = statSync(join(root, input), { throwIfNoEntry: false })
  if (!entry) throw new Error(`The build reads ${input}, which is not there; tools/lib/sources.mjs lists what it reads.`)
  return entry.isDirectory() ? walk(root, input) : [input]
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} files in a fixed order
 */
function walk(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return walk(root, path)
      return isTest(entry.name) ? [] : [path]
    })
}
