import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build reads, relative to the repository. */
const inputs = [
  'shared',
  'collector',
  'attest-server',
  'verify',
  'demo-site',
  'tools/build.mjs',
  'tools/rollup',
  'rollup.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.types.json',
]

/** @param {string} path */
const isTest = (path) => /\.test\.[a-z]+$/.test(path)

/**
 * One hash over the names and contents of everything that the build reads. Contents, not times: a checkout changes times.
 *
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const path of inputs.flatMap((input) => walk(root, input))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} files in a fixed order
 */
function walk(root, path) {
  if (!existsSync(join(root, path))) return []
  const entries = /\.[a-z]+$/.test(path) ? null : readdirSync(join(root, path), { withFileTypes: true })
  if (!entries) return [path]
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(root, `${path}/${entry.name}`) : isTest(entry.name) ? [] : [`${path}/${entry.name}`]))
}
