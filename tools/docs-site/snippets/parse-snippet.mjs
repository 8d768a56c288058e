import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../../lib/run.mjs'

/** What is wrong, or undefined. @typedef {(code: string) => string | undefined} Parse */

/** @param {string} command @param {readonly string[]} args @returns {Parse} of a program that reads its input and changes nothing */
const byProgram = (command, args) => (code) => {
  const { status, stderr, error } = spawnSync(command, args, { input: code, encoding: 'utf8' })
  return status === 0 ? undefined : stderr || String(error)
}

/** @type {Parse} */
function json(code) {
  try {
    JSON.parse(code)
  } catch (error) {
    return String(error)
  }
  return undefined
}

/** @type {Parse} */
function javascript(code) {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    fileName: 'snippet.mts',
    compilerOptions: { target: 99, module: 99 },
  })
  return diagnostics.length > 0
    ? diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')).join('; ')
    : undefined
}

/** The pages that say which attributes a tag of ours may have. */
const references = ['docs/script-tag.md', 'docs/sessions.md'].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
const attributes = new Set(Array.from(references.matchAll(/\b(data-[a-z-]+)/g), ([, name = '']) => name))
const VOID = /^(input|link|meta|br|img|hr)$/

/** Elements are closed in their order, and our tags have attributes that the page about the script tag knows. @type {Parse} */
function html(code) {
  const open = []
  for (const [tag, slash, name = '', rest = ''] of code.matchAll(/<(\/?)([a-z]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)) {
    if (slash) {
      if (open.pop() !== name) return `${tag} closes nothing`
    } else if (!VOID.test(name)) open.push(name)
    const own = /collector(\.…)?\.js|data-vouchsafe/.test(tag)
      ? Array.from(rest.matchAll(/\s(data-[a-z-]+)/g), ([, each = '']) => each)
      : []
    const unknown = own.filter((each) => !attributes.has(each))
    if (unknown.length > 0) return `${unknown.join(', ')}: not an attribute of the script tag`
  }
  const strays = code.replace(/<\/?[a-z]+(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/g, '').includes('<')
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : strays ? 'a tag that cannot be read' : undefined
}

/** Statements end in a semicolon, blocks in a brace: what nginx asks of a file before it looks at words. @type {Parse} */
function nginx(code) {
  let depth = 0
  for (const line of code.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue
    if (line === '}') depth--
    else if (line.endsWith('{')) depth++
    else if (!line.endsWith(';')) return `"${line}" does not end`
    if (depth < 0) return 'a brace too many'
  }
  return depth === 0 ? undefined : 'a brace is missing'
}

/** @type {Parse} */
const http = (code) =>
  code
    .trim()
    .split('\n')
    .every((line) => /^[\w-]+: \S/.test(line))
    ? undefined
    : 'a line that is no header'

/** Statements that end, with quotes and brackets in pairs. @type {Parse} */
const sql = (code) => {
  const bare = code.replace(/'[^']*'/g, '')
  return /;\s*$/.test(bare) && !bare.includes("'") && /^(CREATE|ALTER|GRANT|SELECT)\b/.test(bare) ? undefined : 'no statement of SQL'
}

const PYTHON = 'import ast, sys; ast.parse(sys.stdin.read())'

/** By language; a language more is a line more. @type {Readonly<Record<string, Parse>>} */
export const parsers = {
  html,
  http,
  js: javascript,
  json,
  nginx,
  python: byProgram('python3', ['-c', PYTHON]),
  sh: byProgram('bash', ['-n']),
  sql,
}
