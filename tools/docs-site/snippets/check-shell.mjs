import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../lib/run.mjs'
import { parsers } from './parse-snippet.mjs'

const usage = ['attest-server/cli/usage.ts', 'e2e/drill/options.ts'].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
const commands = new Set(
  Array.from(usage.matchAll(/vouchsafe ([a-z-]+(?: [a-z-]+)?)/g), ([, name = '']) => name).flatMap((name) => [
    name,
    name.split(' ')[0] ?? '',
  ]),
)
const options = new Set(Array.from(usage.matchAll(/--[a-z-]+/g), ([name]) => name))

/** What `npm run` knows: of the package.json beside the page, as an example has one, else of ours. @param {string} file */
function scriptsFor(file) {
  const beside = join(root, dirname(file), 'package.json')
  const { scripts = {} } = JSON.parse(readFileSync(existsSync(beside) ? beside : join(root, 'package.json'), 'utf8'))
  return scripts
}

/** Lines that are commands, with those that go on in the next one. @param {string} code */
const linesOf = (code) =>
  code
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())

/**
 * Whether a shell reads it, and whether every command of ours in it is one, with options that there are.
 *
 * @param {string} code
 * @param {string} [file] the page that it stands on
 * @returns {string | undefined} what is wrong
 */
export function checkShell(code, file = 'README.md') {
  // Options in brackets, as a reference writes them, are options.
  const bare = code.replace(/\[(--[^\]]*)\]/g, '$1').replace(/<([^<>\n]+)>/g, 'X')
  const fault = parsers.sh?.(bare)
  if (fault) return fault
  const scripts = scriptsFor(file)
  for (const line of linesOf(bare)) {
    const wrong = ourCommand(line) ?? ourScript(line, scripts)
    if (wrong) return wrong
  }
  return undefined
}

/** @param {string} line */
function ourCommand(line) {
  const [, first = '', second = '', rest = ''] = /(?:^|\s)vouchsafe ([a-z-]+)(?: ([a-z][a-z-]*))?(.*)$/.exec(line) ?? []
  if (first === '') return undefined
  if (!commands.has(`${first} ${second}`) && !commands.has(first)) return `there is no "vouchsafe ${first} ${second}"`
  const unknown = [...rest.matchAll(/(?:^|\s)(--[a-z-]+)/g)].map(([, name = '']) => name).filter((name) => !options.has(name))
  return unknown.length > 0 ? `"vouchsafe ${first} ${second}" knows no ${unknown.join(', ')}` : undefined
}

/** @param {string} line @param {Readonly<Record<string, string>>} scripts */
function ourScript(line, scripts) {
  const [, name] = /\bnpm run (?:-s )?([a-z:]+)/.exec(line) ?? []
  return name && !Object.hasOwn(scripts, name) ? `there is no "npm run ${name}"` : undefined
}
