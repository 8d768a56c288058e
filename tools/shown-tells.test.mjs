import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
/** By a name that no compiler follows: each folder has its own platform's types. @param {string} file */
const load = (file) => import(join(root, file))

const { tellRows } = await load('shared/scorecard/tell-rows.ts')
const { unscoredTells } = await load('shared/scorecard/unscored.ts')
const { shownByBots } = await load('e2e/scenarios/shown-by-bots.ts')
const { disguises, shownByTwoPages } = await load('e2e/scenarios/disguises.ts')

/** @typedef {{ id: string, missing: number, bins: { llr: number }[] }} Row */
/** @type {readonly { shows: string[] }[]} */
const looks = Object.values(disguises)
const caught = [...Object.values(shownByBots), ...looks.map(({ shows }) => shows), shownByTwoPages].flat()
const short = (/** @type {string} */ id) => id.slice('tell.'.length)
const names = (/** @type {readonly Row[]} */ rows) => rows.map(({ id }) => short(id))
const weighs = (/** @type {Row} */ { bins, missing }) => missing !== 0 || bins.some(({ llr }) => llr !== 0)

describe('what the specs look for in bots', () => {
  it.each(names(tellRows.filter(weighs)))('holds %s, which weighs', (name) => {
    expect(caught).toContain(name)
  })

  it('is named as the scorecard names it', () => {
    expect([...names(tellRows), ...unscoredTells.map(short)]).toEqual(expect.arrayContaining(caught))
  })
})
