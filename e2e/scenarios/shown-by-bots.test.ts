import { describe, expect, it } from 'vitest'
import { tellRows } from '../../shared/scorecard/tell-rows.js'
import { disguises, shownByTwoPages } from './disguises.js'
import { shownByBots } from './shown-by-bots.js'

const caught = new Set([...Object.values(shownByBots), ...Object.values(disguises).map(({ shows }) => shows), shownByTwoPages].flat())

describe('tells that weigh', () => {
  const weighed = tellRows.filter(({ bins, missing }) => missing !== 0 || bins.some(({ llr }) => llr !== 0))

  it.each(weighed)('$id is found in a bot, in a real browser', ({ id }) => {
    expect(caught).toContain(id.slice('tell.'.length))
  })

  it('are named as the wire names them', () => {
    const names = tellRows.map(({ id }) => id.slice('tell.'.length))
    expect(names).toEqual(expect.arrayContaining([...caught]))
  })
})
