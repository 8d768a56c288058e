/**
 * `node tools/dialect/build-dialect.mjs FOLDER SEED`, for tests: a copy of `dist/` whose scripts for visitors speak a dialect. What else is in it is as it was. Prints where
 * the dialect is written down.
 */
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rollup } from 'rollup'
import { root } from '../lib/run.mjs'
import { writeDialect } from './write-dialect.mjs'

/** In the order in which one carries the integrity of another. */
const SCRIPTS = /(worker|senses|collector)\.js$/

const [target = '', seed] = process.argv.slice(2)
const folder = resolve(target)
cpSync(join(root, 'dist'), folder, { recursive: true })
const { file } = await writeDialect(folder, seed)
Object.assign(process.env, { VOUCHSAFE_BUILD_DIR: folder, VOUCHSAFE_BUILD_DIALECT: file })
/** @type {{ default: readonly (import('rollup').RollupOptions & { output: import('rollup').OutputOptions })[] }} */
const { default: bundles } = await import(new URL('../../rollup.config.mjs', import.meta.url).href)
for (const { output, ...input } of bundles) {
  if (!SCRIPTS.test(output.file ?? '')) continue
  const built = await rollup(input)
  await built.write(output)
  await built.close()
}
console.log(file)
