import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { typescript } from './typescript.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'vouchsafe')

/** Modules keep the address that they have in the repository, so that what they look for beside themselves is found. */
const ownAddress = {
  name: 'own-address',
  /** @param {string | null} property @param {{ moduleId: string }} context */
  resolveImportMeta: (property, { moduleId }) => {
    if (property === 'dirname') return JSON.stringify(dirname(moduleId))
    return property === 'url' ? JSON.stringify(pathToFileURL(moduleId).href) : null
  },
}

/**
 * Bundles a TypeScript module of this repository for Node, which does not know TypeScript: with the compiler of the build, into one file.
 * Packages and Node's own modules stay outside, and are looked for from where the file lies.
 *
 * @param {string} file relative to the repository
 * @param {string} output
 */
async function bundleTypescript(file, output) {
  const built = await rollup({
    input: join(root, file),
    external: (id, importer) => importer !== undefined && !/^[./]/.test(id),
    plugins: [typescript({ target: 'ES2022' }), ownAddress],
  })
  // The map lies beside it, as of what is published: within, it would be a fifth of what a server holds that is measured.
  await built.write({ file: output, format: 'es', inlineDynamicImports: true, sourcemap: true })
  await built.close()
}

/**
 * Lends a TypeScript module as a file that Node can run, in a process of its own too; it is removed afterwards.
 *
 * @template T
 * @param {string} file relative to the repository
 * @param {(bundle: string) => Promise<T>} use is given the file's path
 * @returns {Promise<T>} what `use` makes of it
 */
export async function withBundle(file, use) {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'run-'))
  try {
    const output = join(folder, 'module.mjs')
    await bundleTypescript(file, output)
    return await use(output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Imports a TypeScript module of this repository into Node; its bundle is removed once it is loaded.
 *
 * @template {object} T
 * @param {string} file relative to the repository
 * @returns {Promise<T>} what the module exports
 */
export const importTypescript = (file) => withBundle(file, (bundle) => import(pathToFileURL(bundle).href))
