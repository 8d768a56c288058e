import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { typescript } from './typescript.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'vouchsafe')

/** Modules keep the address that they have in the repository, so that what they look for beside themselves is found. */
const ownAddress = {
  name: 'own-address',
  /** @param {string | null} property @param {{ moduleId: string }} context */
  resolveImportMeta: (property, { moduleId }) => (property === 'url' ? JSON.stringify(pathToFileURL(moduleId).href) : null),
}

/**
 * Imports a TypeScript module of this repository into Node, which does not know TypeScript: bundled by the compiler of the build into
 * one file, which is removed once it is loaded. Packages and Node's own modules stay outside.
 *
 * @template {object} T
 * @param {string} file relative to the repository
 * @returns {Promise<T>} what the module exports
 */
export async function importTypescript(file) {
  const built = await rollup({
    input: join(root, file),
    external: (id, importer) => importer !== undefined && !/^[./]/.test(id),
    plugins: [typescript({ target: 'ES2022' }), ownAddress],
  })
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'run-'))
  try {
    const output = join(folder, 'module.mjs')
    await built.write({ file: output, format: 'es', inlineDynamicImports: true, sourcemap: 'inline' })
    return await import(pathToFileURL(output).href)
  } finally {
    await built.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
