import { describe, expect, it } from 'vitest'
import { type Candidate, isAsked } from './who-is-asked.js'

const known: Candidate = { action: 'allow', posterior: 0.07, round: 0, hasRevealed: true, isDelayed: false, draw: 0.5 }
const asked = (changes: Partial<Candidate>, share = 0.1) => isAsked({ ...known, ...changes }, share)

describe('slices are asked for', () => {
  it('of whoever has shown none yet, or none that were good last', () => {
    expect([asked({}), asked({ hasRevealed: false })]).toEqual([false, true])
  })

  it('where there is doubt', () => {
    expect([asked({ posterior: 0.19 }), asked({ posterior: 0.2 })]).toEqual([false, true])
    expect(asked({ action: 'challenge', posterior: 0.7 })).toBe(true)
  })

  it('where a screen has asked, whatever it was asked for', () => {
    expect([asked({ round: 1 }), asked({ round: 2 })]).toEqual([true, true])
  })

  it('of a share of the others', () => {
    expect([asked({ draw: 0.0999 }), asked({ draw: 0.1 })]).toEqual([true, false])
    expect([asked({ draw: 0 }, 0), asked({ draw: 0.999 }, 1)]).toEqual([false, true])
  })

  it('of nobody who is blocked anyway', () => {
    for (const changes of [{}, { hasRevealed: false }, { round: 1 }, { draw: 0 }] as const)
      expect(asked({ ...changes, action: 'block', posterior: 0.99 }, 1)).toBe(false)
  })

  it('of everybody where a project delays its answers: whoever is asked learns nothing by it', () => {
    for (const changes of [{}, { action: 'block', posterior: 0.99 }, { posterior: 0.5 }, { round: 1 }] as const)
      expect(asked({ ...changes, isDelayed: true }, 0)).toBe(true)
  })
})
