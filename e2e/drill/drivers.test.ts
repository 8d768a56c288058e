import { describe, expect, it } from 'vitest'
import { choose } from './drivers.js'

const bots = ['puppeteer', 'selenium']

describe('who comes', () => {
  it('is every bot where nobody is named, and nobody else', () => {
    expect(choose({ only: [], people: false }, bots)).toEqual({ bots, visits: [] })
  })

  it('is who is named, people where they are asked for', () => {
    const { bots: named, visits } = choose({ only: ['selenium', 'person-mouse'], people: true }, bots)
    expect([named, visits.map(({ name }) => name)]).toEqual([['selenium'], ['person-mouse']])
  })

  // Who calls may have no command line: the words name no option of it.
  it.each(['selenum', 'person-mouse'])('is never who is not there: %s', (name) => {
    expect(() => choose({ only: [name], people: false }, bots)).toThrow(new Error(`there is no ${name}; there are puppeteer, selenium.`))
  })
})
