import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { budgets, componentBudgets } from './lib/budgets.mjs'
import { foreignSources } from './lib/foreign-sources.mjs'
import { root, run } from './lib/run.mjs'

// A byte budget notices a server file in a browser bundle late and vaguely. This looks for names that must not be there.

const bundles = Object.keys({ ...budgets, ...componentBudgets })

/** @type {readonly [pattern: RegExp, why: string][]} */
const forbidden = [
  [/\bnode:[a-z]/, 'imports from Node'],
  [/["'`](net|http|device|session)\.[a-z][a-z0-9-]*["'`]/, 'the id of a fact that only the server may observe'],
  [/vouchsafe-verdict\+jwt|attest-server\/|server-card/, 'names from the server'],
  [/\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]/, "what a page's CSP forbids: code from text"],
  [/\bset(Timeout|Interval)\s*\(\s*["'`]/, "what a page's CSP forbids: code from text"],
  [/\bWebAssembly\b/, "what a page's CSP forbids: WebAssembly"],
  [/\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b/, 'what Trusted Types forbid: markup from text'],
  [/__VOUCHSAFE_/, 'a build constant that was not filled in'],
]

/** Only what a page asks for by an attribute may set one. @type {readonly [pattern: RegExp, why: string]} */
const cookie = [/\bcookie/i, 'a cookie']

const faults = [...bundles.flatMap(inspect), ...(await sideEffects())]
for (const fault of faults) console.error(fault)
if (faults.length === 0)
  console.log(`${bundles.join(', ')}: nothing foreign, nothing that a strict CSP forbids; importing has no side effects`)
process.exitCode = faults.length === 0 ? 0 : 1

/** @param {string} bundle @returns {string[]} */
function inspect(bundle) {
  const path = join(root, 'dist', bundle)
  if (!existsSync(path)) return [`${bundle}: missing`]
  const code = readFileSync(path, 'utf8')
  const { sources } = JSON.parse(readFileSync(`${path}.map`, 'utf8'))
  const strangers = foreignSources(bundle, sources)
  const traces = (bundle === 'compat.js' ? forbidden : [...forbidden, cookie]).flatMap(([pattern, why]) => {
    const match = pattern.exec(code)
    return match ? [`${bundle}: ${why}: …${code.slice(Math.max(0, match.index - 40), match.index + 60)}…`] : []
  })
  return [...strangers.map((source) => `${bundle}: contains ${source}`), ...traces]
}

/** Imports the collector where every browser global is a trap. @returns {Promise<string[]>} */
async function sideEffects() {
  const url = pathToFileURL(join(root, 'dist', 'collector.mjs')).href
  const { code, output } = await run(process.execPath, ['tools/lib/import-collector.mjs', url], { quiet: true, seconds: 20 })
  const lines = output.split('\n').filter(Boolean)
  return (code === 0 ? lines : [`cannot be imported in Node: ${output}`]).map((line) => `collector.mjs: ${line}`)
}
