import { writeFileSync } from 'node:fs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'

const ENTRY = "export { load } from '@fingerprintjs/botd'\nexport { default as Scanner } from 'fpscanner'"

/**
 * BotD and fpscanner, for the page: a script that makes the variable `peers`.
 *
 * @param {string} file where to write it
 */
export async function bundlePeers(file) {
  const entry = {
    name: 'entry',
    resolveId: (/** @type {string} */ id) => (id === 'entry' ? id : null),
    load: (/** @type {string} */ id) => (id === 'entry' ? ENTRY : null),
  }
  const built = await rollup({ input: 'entry', plugins: [entry, nodeResolve({ browser: true, rootDir: import.meta.dirname })] })
  const { output } = await built.generate({ format: 'iife', name: 'peers' })
  await built.close()
  writeFileSync(file, output[0].code)
}
