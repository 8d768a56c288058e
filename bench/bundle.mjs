import { fileURLToPath } from 'node:url'
import { rollup } from 'rollup'
import { minify } from '../tools/rollup/minify.mjs'
import { typescript } from '../tools/rollup/typescript.mjs'

/**
 * Sources as browsers get them: the same compiler, the same minifier.
 *
 * @param {Readonly<Record<string, string>>} names what to take, and from which file (relative to the repository)
 * @param {'es' | 'iife'} [format]
 * @param {import('rollup').Plugin[]} [shrink] none to talk to it by the names that its properties have in the sources
 * @returns {Promise<string>} an ES module that exports the names, or a script that makes a variable `bundle` with them
 */
export async function bundle(names, format = 'es', shrink = [minify({ module: format === 'es' })]) {
  const lines = Object.entries(names).map(
    ([name, file]) => `export { ${name} } from '${fileURLToPath(new URL(`../${file}`, import.meta.url))}'`,
  )
  const entry = {
    name: 'entry',
    resolveId: (/** @type {string} */ id) => (id === 'entry' ? id : null),
    load: (/** @type {string} */ id) => (id === 'entry' ? lines.join('\n') : null),
  }
  const built = await rollup({ input: 'entry', plugins: [entry, typescript({ target: 'ES2020' })] })
  const { output } = await built.generate({ format, name: 'bundle', sourcemap: true, plugins: shrink })
  await built.close()
  return output[0].code
}

/** @param {string} code an ES module */
export const asUrl = (code) => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
