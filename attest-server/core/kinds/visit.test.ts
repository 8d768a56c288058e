import { describe, expect, it } from 'vitest'
import { type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { seen } from '../../../shared/observation.js'
import { kindsCard } from './kinds-card.js'
import { visitIds, visitOf } from './visit.js'

const tally = (changes: Partial<Tally>): Tally =>
  ({ ...Object.fromEntries(tallyKeys.map((key) => [key, 0])), ...changes }) as unknown as Tally
const purposes = (action: string) => [...visitOf(action, undefined).keys()]

describe('what a visit is for and what was done', () => {
  it.each([
    ['log-in', ['visit.log-in']],
    ['login', ['visit.log-in']],
    ['user/sign-in', ['visit.log-in']],
    ['sign-up', ['visit.sign-up']],
    ['shop/checkout', ['visit.checkout']],
    ['reset_password', ['visit.account']],
    ['product-list', ['visit.reading']],
    ['contact-form', ['visit.message']],
  ])('reads the purpose of %s', (action, ids) => {
    expect(purposes(action)).toEqual(ids)
  })

  it('knows no purpose of words that only look alike, or say nothing', () => {
    for (const action of ['live', 'blogindex', 'adorn', 'load', 'a', '-', '//']) expect(purposes(action), action).toEqual([])
  })

  it('counts what was done, in seconds and times', () => {
    const visit = visitOf('live', tally({ elapsed: 12_000, presses: 3, submits: 1, keys: 20 }))
    expect(visit.get('visit.seconds')).toEqual(seen(12))
    expect(visit.get('visit.pause')).toEqual(seen(3))
    expect(visit.get('visit.scrolls')).toEqual(seen(0))
  })

  it('counts what is typed in bins, so that nobody reads the length of a password there', () => {
    const bins = [0, 1, 7, 8, 15, 16, 31, 32, 4000].map((count) => {
      const visit = visitOf('log-in', tally({ keys: count, inputs: count }))
      expect(visit.get('visit.keys')).toEqual(visit.get('visit.inputs'))
      return visit.get('visit.keys')
    })
    expect(bins).toEqual([0, 1, 1, 8, 8, 16, 16, 32, 32].map(seen))
  })

  it('knows no pause before there are two deeds', () => {
    expect(visitOf('live', tally({ elapsed: 9000, presses: 1 })).has('visit.pause')).toBe(false)
  })

  it('is all on the list of ids, and so is what the kinds of bots are read from', () => {
    const known = new Set(visitIds)
    const actions = ['log-in', 'account', 'sign-up', 'contact', 'cart', 'vote', 'article']
    const given = actions.flatMap((action) => [...visitOf(action, tally({ presses: 2 })).keys()])
    expect(new Set(given)).toEqual(known)
    const wanted = kindsCard.rows.map(({ id }) => id).filter((id) => id.startsWith('visit.'))
    expect(wanted.filter((id) => !known.has(id))).toEqual([])
  })

  it('leaves out what nobody counted', () => {
    expect(visitOf('live', undefined).size).toBe(0)
  })
})
