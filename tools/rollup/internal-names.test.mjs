import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { internalNames } from './internal-names.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** All whose types a page, the server, a worker or another bundle reads. */
const outward = [
  ...readdirSync(`${root}shared/wire`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => `shared/wire/${file}`),
  'shared/observation.ts',
  'shared/pow.ts',
  'shared/result.ts',
  'shared/features/input-event.ts',
  'shared/features/reading/tally.ts',
  'collector/collector.ts',
  'collector/options.ts',
  'collector/attest/attestation.ts',
  'collector/bind/bind.ts',
  'collector/enforce/enforce.ts',
  'collector/evidence/sign.ts',
  'collector/environment/attesting-environment.ts',
  'collector/environment/messages.ts',
  'collector/environment/worker-facts.ts',
  'collector/senses/sensing.ts',
  'collector/tells/tell.ts',
  'collector/tells/probe/watches.ts',
]

/** @param {string} code */
const namesIn = (code) => [...code.matchAll(/(?<![\w$'-])([A-Za-z_]\w*)(?=\??:|\()/g)].map(([name]) => name)

it.each(outward)('shortens no name of %s', (path) => {
  const names = namesIn(readFileSync(root + path, 'utf8'))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => internalNames.includes(name))).toEqual([])
})

it('shortens no name of the report that a page can read', () => {
  const code = readFileSync(`${root}shared/scorecard/scorecard.ts`, 'utf8')
  const from = (/** @type {string} */ name) => code.slice(code.indexOf(`export interface ${name}`))
  const condition = from('Condition')
  const report = condition.slice(0, condition.indexOf('}')) + from('Contribution')
  expect(namesIn(report)).toEqual(expect.arrayContaining(['below', 'posterior']))
  expect(namesIn(report).filter((name) => internalNames.includes(name))).toEqual([])
})

/** @param {string} code @returns {string[]} all texts that stand in code: not those of types, and no names of modules */
function textsIn(code) {
  /** @type {string[]} */
  const texts = []
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isStringLiteralLike(node)) texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', code, ts.ScriptTarget.ESNext))
  return texts
}

it.each(['collector', 'shared'])(
  'shortens no name that stands as text in %s: what looks a property up by it would find nothing',
  (folder) => {
    const files = readdirSync(root + folder, { recursive: true }).map((file) => `${folder}/${file}`)
    const sources = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/testing\//.test(file))
    const found = sources.flatMap((file) => textsIn(readFileSync(root + file, 'utf8')).map((text) => `${file}: ${text}`))
    expect(found.length).toBeGreaterThan(200)
    expect(found.filter((line) => internalNames.includes(line.slice(line.indexOf(': ') + 2)))).toEqual([])
  },
)

it('sees texts in conditions, calls and tables, and none in types', () => {
  expect(textsIn("import 'a'; type T = 'b'; const c: Record<'d', 1> = { 'e': 1 }; if ('f' in c) g('h', c[`i`])")).toEqual([
    'e',
    'f',
    'h',
    'i',
  ])
})
