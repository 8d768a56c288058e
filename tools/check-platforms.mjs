import { join } from 'node:path'
import ts from 'typescript'
import { root } from './lib/run.mjs'

// Proves that the compiler keeps platforms apart: a name of the DOM or of Node does not compile in a folder that has none.

/** @type {readonly { folder: string, has: readonly string[], lacks: readonly string[] }[]} */
const platforms = [
  { folder: 'shared', has: ['Math', 'Uint8Array'], lacks: ['window', 'document', 'process', 'Buffer', 'fetch', 'setTimeout', 'crypto'] },
  { folder: 'collector', has: ['window', 'document', 'fetch'], lacks: ['process', 'Buffer', 'require'] },
  { folder: 'attest-server', has: ['process', 'Buffer'], lacks: ['window', 'document', 'localStorage'] },
  { folder: 'verify', has: ['fetch', 'crypto'], lacks: ['process', 'Buffer', 'require'] },
  { folder: 'demo-site', has: ['process'], lacks: ['window', 'document'] },
]

/**
 * Which of the names the compiler does not know under a folder's own settings.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 */
function unknownNames(folder, names) {
  const { config } = ts.readConfigFile(join(root, folder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, folder))
  const file = join(root, folder, '__platform.ts')
  const text = `export const seen = [\n${names.join(',\n')},\n]\n`
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : read(name, ...rest))
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)
  return program.getSemanticDiagnostics(source).map(({ start = 0 }) => text.slice(start).match(/^\w+/)?.[0] ?? '')
}

let faults = 0
for (const { folder, has, lacks } of platforms) {
  const unknown = new Set(unknownNames(folder, [...has, ...lacks]))
  for (const name of has.filter((name) => unknown.has(name))) fault(`${folder}: ${name} does not compile, but should`)
  for (const name of lacks.filter((name) => !unknown.has(name))) fault(`${folder}: ${name} compiles, but must not`)
}
if (faults === 0) console.log(platforms.map(({ folder, lacks }) => `${folder} knows no ${lacks.join(', ')}`).join('\n'))
process.exitCode = faults === 0 ? 0 : 1

/** @param {string} message */
function fault(message) {
  faults += 1
  console.error(message)
}
