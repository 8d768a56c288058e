import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { features } from '../shared/features/index.js'
import { tallyKeys } from '../shared/features/reading/tally.js'
import { serverCard } from '../shared/scorecard/server-card.js'
import { tellIds } from '../shared/wire/tells.js'
import { kinds } from './core/kinds/kind.js'
import { visitIds } from './core/kinds/visit.js'

const read = (page: string): string => readFileSync(new URL(`../docs/${page}`, import.meta.url), 'utf8')

/** What stands as code in one column of the table whose head begins so. */
function column(page: string, head: string, index: number): string[] {
  const [, table] = page.split(`| ${head} |`)
  const rows = table!.split('\n\n')[0]!.split('\n').slice(2)
  return rows.flatMap((row) => row.split('|')[index]!.match(/(?<=`)[a-z][\w.-]*(?=`)/g) ?? [])
}

describe('the page about privacy', () => {
  const page = read('privacy.md')
  const held = (what: string) => Number(new RegExp(`^- (\\d+) ${what}`, 'm').exec(page)?.[1])

  it('says how much leaves the device', () => {
    // One of the counts is no count of events but the time, which the page names apart.
    expect([held('numbers'), held('answers'), held('counts')]).toEqual([features.length, tellIds.length, tallyKeys.length - 1])
  })
})

describe('the page about decisions', () => {
  const page = read('how-it-decides.md')

  it('names each condition of the card, and no other', () => {
    const conditions = serverCard.rows.flatMap(({ when = [] }) => when.map(({ id }) => id))
    expect(column(page, 'condition', 1).sort()).toEqual([...new Set(conditions)].sort())
  })

  it('names each cause of the card with its limit, and each family that has one', () => {
    expect(column(page, 'cause', 1)).toEqual(Object.keys(serverCard.causes))
    const limits = Object.entries(serverCard.causes).map(([cause, most]) => new RegExp(`^\\| \`${cause}\`.* \\| ${most} \\| `, 'm'))
    for (const limit of limits) expect(page).toMatch(limit)
    const caused = Object.entries(serverCard.families).flatMap(([name, { cause }]) => (cause ? [name] : []))
    expect(column(page, 'cause', 2).sort()).toEqual(caused.sort())
  })

  it('names each kind of bot, and no other', () => {
    expect(column(page, '`kind.name`', 1).sort()).toEqual([...kinds].sort())
  })

  it('names all that is derived from the evidence, and no more', () => {
    const names = column(page, 'derived from', 2).map((name) => `visit.${name}`)
    expect(names.sort()).toEqual([...visitIds].sort())
  })
})
