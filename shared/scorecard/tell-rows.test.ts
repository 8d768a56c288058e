import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { tellIds, tellTypes } from '../wire/tells.js'
import { score } from './score.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'

const card: Scorecard = { version: 'test', prior: -2.2, families: tellFamilies, rows: tellRows, hardRules: tellHardRules }
const CHALLENGE = 0.5
const BLOCK = 0.9

/** Every tell passes but those named. */
function report(...hits: string[]) {
  const world = new Map<ObservationId, Observation>(
    tellIds.map((id) => {
      const hit = hits.includes(id.slice('tell.'.length))
      return [id, tellTypes[id] === 'number' ? seen(hit ? 8 : 0) : seen(hit)]
    }),
  )
  return score(world, card)
}

describe('the weights of tells', () => {
  it('has exactly one row for every tell on the wire', () => {
    expect(tellRows.map((row) => row.id).sort()).toEqual([...tellIds].sort())
  })

  it('ends the bins of every row at Infinity and in ascending order', () => {
    for (const { id, bins } of tellRows) {
      const ends = bins.map((bin) => bin.below)
      expect(ends, id).toEqual([...ends].sort((a, b) => a - b))
      expect(ends.at(-1), id).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it('weighs absence as nothing', () => {
    expect(score(new Map(), card).llr).toBe(card.prior)
  })

  it('takes a clean environment for little: less than a fifth of a nat', () => {
    const { llr, hard } = report()
    expect(llr).toBeLessThanOrEqual(card.prior)
    expect(llr).toBeGreaterThan(card.prior - 0.25)
    expect(hard).toEqual([])
  })

  it('blocks on no family alone, unless a hard rule is hit', () => {
    for (const family of Object.keys(tellFamilies).filter((name) => name !== 'proof' && name !== 'emulation')) {
      const ids = tellRows.filter((row) => row.family === family).map((row) => row.id.slice('tell.'.length))
      const { posterior, hard } = report(...ids)
      expect(posterior, family).toBeLessThan(BLOCK)
      expect(hard, family).toEqual([])
    }
  })

  it.each([
    ['developer tools open', ['runtime-enabled']],
    ['an extension that wraps console and natives', ['navigator-natives', 'frame-natives']],
  ])('lets people be: %s', (_, hits) => {
    expect(report(...hits).posterior).toBeLessThan(CHALLENGE)
  })

  it('challenges a person who changes the user agent everywhere, but does not block', () => {
    const { posterior, hard } = report('platform', 'engine', 'navigator-natives', 'worker-user-agent')
    expect(posterior).toBeGreaterThan(CHALLENGE)
    expect(posterior).toBeLessThanOrEqual(BLOCK + 0.005)
    expect(hard).toEqual([])
  })

  it.each([
    ['Playwright, flag lowered', ['playwright-preview', 'runtime-enabled'], ['playwright']],
    ['Selenium, flag lowered', ['chromedriver-globals', 'runtime-enabled'], ['chromedriver']],
    ['raw DevTools protocol, headless', ['headless'], ['headless']],
    ['jsdom', ['dom-emulated', 'no-layout'], ['dom-emulated']],
  ])('proves %s', (_, hits, rules) => {
    const { posterior, hard } = report(...hits)
    expect(hard).toEqual(rules)
    expect(posterior).toBeGreaterThan(CHALLENGE)
  })

  it('finds a stealth script guilty on three families without a hard rule', () => {
    const { posterior, hard } = report(
      'runtime-enabled',
      'worker-platform',
      'notification-permission',
      'frame-natives',
      'navigator-natives',
    )
    expect(hard).toEqual([])
    expect(posterior).toBeGreaterThan(BLOCK)
  })
})
