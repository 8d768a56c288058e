import { describe, expect, it } from 'vitest'
import { input, keyDown, move } from '../testing/traces.js'
import { startTally } from './tally.js'

describe('the tally', () => {
  it('counts events by their kind, a paste also as an input, and those of scripts apart', () => {
    const tally = startTally()
    for (const event of [move(0, 1, 1), keyDown(5), input(9), input(12, { cause: 'paste' }), { ...keyDown(20), trusted: false }])
      tally.push(event)
    expect(tally.read(99.6)).toMatchObject({ elapsed: 100, moves: 1, keys: 1, inputs: 2, pastes: 1, untrusted: 1, lost: 0 })
  })

  it('says how many were lost, and counts them nowhere else', () => {
    const tally = startTally()
    const before = tally.read(0)
    tally.lose(1025)
    tally.lose(1)
    expect(tally.read(0)).toEqual({ ...before, lost: 1026 })
  })
})
