import { describe, expect, it } from 'vitest'
import { serverCard } from '../../shared/scorecard/server-card.js'
import { bandOf, decide as decideBy } from './policy.js'

const decide = (seen: ReturnType<typeof report>) => decideBy(seen, serverCard)
const report = (posterior: number, families: Record<string, number> = {}, hard: string[] = []) => ({
  posterior,
  families: new Map(Object.entries(families)),
  contributions: [],
  hard,
})

describe('decide', () => {
  it('allows below even odds and challenges from there', () => {
    expect(decide(report(0.49))).toBe('allow')
    expect(decide(report(0.5))).toBe('challenge')
  })

  it('never blocks for one kind of evidence alone, however strong', () => {
    expect(decide(report(0.999, { movement: 9 }))).toBe('challenge')
    expect(decide(report(0.999, { movement: 9, http: 2.9 }))).toBe('challenge')
  })

  it('blocks for two strong kinds of evidence, when there is next to no doubt left', () => {
    expect(decide(report(0.95, { movement: 3, http: 3 }))).toBe('block')
    expect(decide(report(0.94, { movement: 3, http: 3 }))).toBe('challenge')
  })

  it('never blocks for behaviour alone, in however many families: hands-free people press and type by program', () => {
    expect(decide(report(0.999, { press: 4, typing: 4 }))).toBe('challenge')
    expect(decide(report(0.999, { movement: 5, press: 4, typing: 4, scrolling: 3, forms: 3, http: 2.9 }))).toBe('challenge')
    expect(decide(report(0.95, { press: 4, typing: 4, disguise: 3 }))).toBe('block')
  })

  it('blocks for a fact that proves automation', () => {
    expect(decide(report(0.1, {}, ['webdriver']))).toBe('block')
  })
})

describe('bandOf', () => {
  it.each([
    [0, 'human'],
    [0.19, 'human'],
    [0.2, 'unclear'],
    [0.49, 'unclear'],
    [0.5, 'suspicious'],
    [0.89, 'suspicious'],
    [0.9, 'automated'],
    [1, 'automated'],
  ])('calls %d %s', (posterior, band) => {
    expect(bandOf(posterior)).toBe(band)
  })
})
