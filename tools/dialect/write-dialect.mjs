import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/run.mjs'
import { makeDialect } from './make-dialect.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Where a build keeps what its server has to understand. @param {string} dist @param {string} name */
const fileOf = (dist, name) => join(dist, 'dialects', `${name}.json`)

/** @param {string} file @param {object} build */
const write = (file, build) => writeFileSync(file, `${JSON.stringify(build, null, 2)}\n`)

/**
 * Makes a dialect, and writes it down beside those that pages may still hold.
 *
 * @param {string} dist the folder of the build
 * @param {string} [seed] for a build that is to come out the same again
 * @returns {Promise<{ build: string, file: string }>} what the build is called, and where it is written down
 */
export async function writeDialect(dist, seed) {
  const dialect = await makeDialect(version, seed)
  const file = fileOf(dist, dialect.build)
  mkdirSync(join(dist, 'dialects'), { recursive: true })
  write(file, dialect)
  return { build: dialect.build, file }
}

/** Writes down that a build speaks the wire's plain form, where one before it spoke a dialect. @param {string} dist the folder of the build */
export function writePlain(dist) {
  const file = fileOf(dist, 'plain')
  // A plain build after a plain one replaces nothing: the dialect before them would begin its grace anew each time.
  if (!existsSync(join(dist, 'dialects')) || isNewest(join(dist, 'dialects'), file)) return
  write(file, { build: version, made: Math.floor(Date.now() / 1000), isPlain: true })
}

/** Whether that build is there, and none was made after it. @param {string} folder @param {string} file */
function isNewest(folder, file) {
  if (!existsSync(file)) return false
  const madeOf = (/** @type {string} */ path) => Number(JSON.parse(readFileSync(path, 'utf8')).made)
  return readdirSync(folder).every((name) => madeOf(join(folder, name)) <= madeOf(file))
}
