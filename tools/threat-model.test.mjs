import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './lib/run.mjs'

const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
const lines = text.split('\n')

/** Rows of the tables of attacks, cell by cell. */
const rows = lines.filter((line) => line.startsWith('| **') && line.split(' | ').length === 4).map((line) => line.slice(2, -2).split(' | '))

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

describe('the threat model', () => {
  it('has for each attack a defence, what shows it, and what remains', () => {
    expect(rows.length).toBeGreaterThan(35)
    for (const [attack, ...cells] of rows) for (const cell of cells) expect([attack, cell.trim().length > 2]).toEqual([attack, true])
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
  it('says what is not built yet', () => {
    for (const what of ['Commit, then reveal', 'Polymorphism', 'dashboard'])
      expect(text).toMatch(new RegExp(`${what}[^|]*is not built yet|${what}[^|]*\\| \\*\\*not built yet`, 'i'))
  })
  it('is read by whoever reads how to report a hole, and the other way round', () => {
    expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toContain('(docs/threat-model.md)')
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(docs/threat-model.md)')
  })
})
