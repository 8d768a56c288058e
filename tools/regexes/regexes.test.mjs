import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import agents from 'crawler-user-agents'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { risksOf } from './risks-of.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Whatever meets what strangers send. Pages and scripts of browsers only cost whoever sent them. */
const folders = ['attest-server', 'shared', 'verify', 'demo-site']

/** Those that may take longer than their input is long, and why that is no matter. */
const known = {
  'attest-server/cli/project-settings.ts': 'Two repetitions around an @: of what the operator types at the command line.',
  'attest-server/core/behaviour/events/event-shapes.ts': 'Cannot fail once it has begun: what follows may be anything.',
  'attest-server/core/rules/language/lex.ts': 'An e before a sign can be read in one way only: no other alternative takes the sign.',
  'attest-server/dashboard/page/editor/complete.ts': 'Of what the operator types, in their own browser.',
  'attest-server/facts/http/embedded-view.ts': 'The long repetition stands in a look-ahead, behind a beginning of forty letters.',
  'attest-server/facts/network/foreign-language.ts': 'Fails at the end of a line only, and a header has none.',
  'demo-site/read-config.ts': 'Of what the operator sets.',
  'verify/dpop/target.ts': 'Of what the developer sets.',
  'verify/revocations/create-revocations.ts': 'Of what the developer sets.',
  'verify/noscript-url.ts': 'Of what the developer sets.',
}

/** Made while the program runs, of what stands in the sources or in a package. */
const made = ['attest-server/core/rules/language/lex.ts', 'attest-server/facts/http/crawler-patterns.ts']

/** @param {string} folder */
const sourcesOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/'))

/** @param {string} path @returns the literals of a file, and whether it makes more of them */
function regexesOf(path) {
  const text = readFileSync(join(root, path), 'utf8')
  /** @type {string[]} */
  const literals = []
  let makes = false
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text)
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') makes = true
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  return { path, literals, makes }
}

/** @param {string} literal */
const judge = (literal) => risksOf(literal.slice(1, literal.lastIndexOf('/')), literal.slice(literal.lastIndexOf('/') + 1))

const found = folders.flatMap(sourcesOf).map(regexesOf)

describe('the judge of regular expressions', () => {
  it.each([
    ['/^(a+)+$/', 'exponential'],
    ['/^(?:a|a)*$/', 'exponential'],
    ['/^(?:a+b?)+$/', 'exponential'],
    ['/^(?:\\w+\\s?)+:$/', 'exponential'],
    ['/^(?:a{0,100}){0,100}$/', 'exponential'],
    ['/^.*,.*$/', 'polynomial'],
    ['/^\\s*\\w*\\s*-?\\w+$/', 'polynomial'],
    ['/\\s+$/', 'polynomial'],
    ['/<.*>/', 'polynomial'],
    ['/^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$/', 'polynomial'],
  ])('finds that %s is %s', (literal, risk) => {
    expect(judge(literal)).toContain(risk)
  })
  it.each([
    '/^a+$/',
    '/^(?:\\d+,)*$/',
    '/^[a-z]+(?:-[a-z]+)*$/',
    '/^\\w+@\\w+$/',
    '/a+/g',
    '/^\\s*(\\S+)$/',
    '/(?:a|b)*c/y',
    '/^[^"\\\\]*$/v',
  ])('lets %s pass', (literal) => expect(judge(literal)).toEqual([]))
})

describe('the regular expressions that meet what strangers send', () => {
  it('take time in proportion to what they read, or it is known why not', () => {
    expect(found.flatMap(({ literals }) => literals).length).toBeGreaterThan(150)
    const risky = found.flatMap(({ path, literals }) => literals.filter((literal) => judge(literal).length > 0).map(() => path))
    expect(risky.sort()).toEqual(Object.keys(known).sort())
  })
  it('are literals, or made in a place that is known: none is made of what was sent', () => {
    expect(found.flatMap(({ path, makes }) => (makes ? [path] : [])).sort()).toEqual(made)
  })
  it('of crawlers’ names, which come with a package, are never exponential; what is polynomial of them reads a thousand letters at most', () => {
    const odd = agents.map(({ pattern }) => ({ pattern, risks: risksOf(pattern, '') })).filter(({ risks }) => risks.length > 0)
    expect(odd.filter(({ risks }) => risks.includes('exponential'))).toEqual([])
    expect(odd.length).toBeLessThan(10)
    expect(readFileSync(join(root, 'attest-server/facts/http/known-agent.ts'), 'utf8')).toContain('const LONGEST = 1000')
  })
})
