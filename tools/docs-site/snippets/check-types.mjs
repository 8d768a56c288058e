import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { program, root, run } from '../../lib/run.mjs'
import { entryTypes } from '../entry-types.mjs'

/** @typedef {import('./read-snippets.mjs').Snippet} Snippet */

/**
 * Types of all that is JavaScript, against the package as it was built: names, arguments and results that there are not.
 *
 * @param {readonly Snippet[]} snippets
 * @returns {Promise<ReadonlyMap<Snippet, string>>} what is wrong with those with which anything is
 */
export async function checkTypes(snippets) {
  const cache = join(root, 'node_modules', '.cache', 'vouchsafe')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'snippets-'))
  try {
    copyFileSync(new URL('given.d.ts', import.meta.url), join(folder, 'given.d.ts'))
    for (const [index, { code }] of snippets.entries()) writeFileSync(join(folder, `snippet-${index}.mjs`), `${code}\nexport {}\n`)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config()))
    const { output } = await run(process.execPath, [program('typescript', 'tsc'), '-p', folder, '--pretty', 'false'], { quiet: true })
    return faultsIn(output, snippets)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function config() {
  const paths = Object.fromEntries(entryTypes().map(({ path, types }) => [path.replace('.', 'vouchsafe'), [join(root, types)]]))
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: true,
    // Snippets of JavaScript have no place for types of their own.
    noImplicitAny: false,
    useUnknownInCatchVariables: false,
    skipLibCheck: true,
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    paths,
  }
  return { compilerOptions, include: ['*.mjs', '*.d.ts'] }
}

/** @param {string} output @param {readonly Snippet[]} snippets */
function faultsIn(output, snippets) {
  /** @type {Map<Snippet, string>} */
  const faults = new Map()
  for (const line of output.split('\n')) {
    const [, index, at, message] = /snippet-(\d+)\.mjs\((\d+),\d+\): (.+)$/.exec(line) ?? []
    const snippet = snippets[Number(index)]
    if (snippet) faults.set(snippet, `${faults.get(snippet) ?? ''}line ${at}: ${message}. `)
    else if (line.includes('error TS')) throw new Error(line)
  }
  return faults
}
