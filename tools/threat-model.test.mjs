import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './lib/run.mjs'

const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')

const [attacks = '', missing = ''] = text.slice(text.indexOf('\n## Evidence')).split('\n## Not built yet')
/** Rows of a table, cell by cell. @param {string} part */
const rowsOf = (part) =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .map((line) => line.slice(2, -2).split(' | '))
const rows = rowsOf(attacks)

const files = [
  ...new Set(
    Array.from(
      text.matchAll(/`((?:attest-server|verify|shared|collector|demo-site|tools|e2e)\/[\w./-]+\.(?:ts|mjs))`/g),
      ([, path = '']) => path,
    ),
  ),
]
const kinds = join(root, 'e2e/attackers/kinds')
/** Those that the document speaks of: `attacker` or `attackers`, and names in a row. */
const named = new Set(
  Array.from(text.matchAll(/attackers? ((?:`[a-z-]+`(?:, )?)+)/g), ([, list = '']) => list.match(/[a-z-]+/g) ?? []).flat(),
)

/** @param {string} what */
const firstWord = (what) => what.toLowerCase().replace(/^a /, '').split(/[ ,]/)[0] ?? ''

describe('the threat model', () => {
  it('has for each attack a defence, what shows it, and what remains', () => {
    expect(rows.length).toBeGreaterThan(35)
    for (const [attack, ...cells] of rows) expect([attack, cells.filter((cell) => cell.trim().length > 2).length]).toEqual([attack, 3])
  })
  it.each(files)('names %s, which is there', (path) => {
    expect(existsSync(join(root, path))).toBe(true)
  })
  it('names a test or an attacker for every attack but those by people', () => {
    const without = rows.filter(([, , shown = '']) => !/`|the same/.test(shown)).map(([attack]) => attack)
    expect(without).toEqual([])
  })
  it('names every attacker of ours, and no other', () => {
    const there = readdirSync(kinds).flatMap((name) => (/(?<!\.test)\.ts$/.test(name) ? [name.replace(/\.ts$/, '')] : []))
    expect([...named].sort()).toEqual(there.sort())
  })
  it('says of all that is not built yet where it would help', () => {
    expect(rowsOf(missing).length).toBeGreaterThan(0)
    for (const row of rowsOf(missing)) expect(row).toHaveLength(2)
    const said = Array.from(
      attacks.matchAll(/\*\*([^*|]+?)(?:,[^*|]*)? (?:is|are) not (?:built|chained) yet\*\*/g),
      ([, what = '']) => what,
    )
    const listed = rowsOf(missing).map(([what = '']) => what.toLowerCase())
    expect(said.length).toBeGreaterThan(0)
    for (const what of said) expect([what, listed.some((name) => name.includes(firstWord(what)))]).toEqual([what, true])
  })
  it('is read by whoever reads how to report a hole, and the other way round', () => {
    expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toContain('(docs/threat-model.md)')
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(docs/threat-model.md)')
  })
})
