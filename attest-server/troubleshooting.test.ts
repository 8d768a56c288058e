import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problems } from '../shared/wire/problem.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const page = read('../docs/troubleshooting.md')

/** What stands as code in the first column of the last or the given table under a heading. */
function codesUnder(heading: string, table = 0): string[] {
  const [, text = ''] = page.split(`\n## ${heading}\n`)
  const tables = text
    .split('\n## ')[0]!
    .split(/\n(?=\|[^\n]*\n\|---)/)
    .slice(1)
  const rows = tables[table]!.split('\n\n')[0]!.split('\n').slice(2)
  return rows.flatMap((row) => Array.from(row.split(' | ')[0]!.matchAll(/`([^`]+)`/g), ([, code]) => code!)).sort()
}

/** The members of a union of strings, or the keys of a table, as the source writes them. */
const found = (source: string, pattern: RegExp): string[] => [...new Set(Array.from(source.matchAll(pattern), ([, code]) => code!))].sort()
const between = (source: string, from: string, to: string): string => source.split(from)[1]!.split(to)[0]!

/** All of the server's sources in a folder, without their tests. */
function sourcesIn(folder: string): string {
  const place = new URL(folder, import.meta.url)
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))
  return files.map((name) => readFileSync(new URL(name, place), 'utf8')).join('\n')
}

describe('the page about error codes has every one, and no other', () => {
  it('of the statuses and errors of the page', () => {
    const attestation = between(read('../collector/attest/attestation.ts'), 'type AttestationStatus', '/** The result')
    expect(codesUnder('In the page')).toEqual(found(attestation, /'([a-z]+)'/g))
    const errors = between(read('../collector/errors.ts'), 'CollectorErrorCode =', '\n')
    expect(codesUnder('In the page', 1)).toEqual(found(errors, /'([a-z-]+)'/g))
  })

  it('of verifying', () => {
    const messages = between(read('../verify/verify-error.ts'), 'const messages = {', '} as const')
    expect(codesUnder('In your backend')).toEqual(found(messages, /^ {2}'?([a-z-]+)'?: '/gm))
  })

  it('of the server', () => {
    expect(codesUnder('Answers of the server')).toEqual(Object.keys(problems).sort())
  })

  it('of siteverify', () => {
    const said =
      /'((?:missing|invalid|expired)-input-(?:secret|response)|timeout-or-duplicate|already-seen-response|sitekey-secret-mismatch|bad-request|internal-error)'/g
    expect(codesUnder('siteverify')).toEqual(found(sourcesIn('./routes/siteverify/') + sourcesIn('./core/siteverify/'), said))
  })

  it('of the control plane and the sessions', () => {
    const sources = ['control', 'sessions', 'verified-bots'].map((name) => sourcesIn(`./routes/${name}/`)).join('\n')
    expect(codesUnder('Control plane and sessions')).toEqual(found(sources, /'([A-Z]+_[A-Z_]+|FORBIDDEN|CONFLICT|UNAUTHENTICATED)'/g))
  })

  it('of the log, beside what the browser is told of each', () => {
    const source = read('./core/rejection.ts')
    expect(codesUnder('In the log')).toEqual(found(source, /reason: '([a-z0-9-]+)'/g))
    const arms = Array.from(between(source, 'switch', 'default:').matchAll(/((?:\s+case '[a-z0-9-]+':)+)\s+return '([a-z-]+)'/g))
    const told = new Map(arms.flatMap(([, cases, code]) => found(cases!, /'([a-z0-9-]+)'/g).map((reason) => [reason, code])))
    for (const [, reasons, code] of page.split('## In the log')[1]!.matchAll(/^\| (`.+`) \| .+ \| `([a-z-]+)` \|$/gm))
      for (const reason of found(reasons!, /`([a-z0-9-]+)`/g)) expect([reason, told.get(reason)]).toEqual([reason, code])
  })
})
