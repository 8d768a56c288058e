import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../lib/run.mjs'
import { parsers } from './parse-snippet.mjs'

const usage = ['attest-server/cli/usage.ts', 'e2e/drill/options.ts'].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const commands = new Set(
  Array.from(usage.matchAll(/vouchsafe ([a-z-]+(?: [a-z-]+)?)/g), ([, name = '']) => name).flatMap((name) => [
    name,
    name.split(' ')[0] ?? '',
  ]),
)
const options = new Set(Array.from(usage.matchAll(/--[a-z-]+/g), ([name]) => name))

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
 * @returns {string | undefined} what is wrong
 */
export function checkShell(code) {
  // Options in brackets, as a reference writes them, are options.
  const bare = code.replace(/\[(--[^\]]*)\]/g, '$1').replace(/<([^<>\n]+)>/g, 'X')
  const fault = parsers.sh?.(bare)
  if (fault) return fault
  for (const line of linesOf(bare)) {
    const wrong = ourCommand(line) ?? ourScript(line)
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

/** @param {string} line */
function ourScript(line) {
  const [, name] = /\bnpm run (?:-s )?([a-z:]+)/.exec(line) ?? []
  return name && !Object.hasOwn(scripts, name) ? `there is no "npm run ${name}"` : undefined
}
