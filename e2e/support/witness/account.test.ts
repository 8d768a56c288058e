import { describe, expect, it } from 'vitest'
import { attestOf, browserOf, type Explanation, evidenceOf } from './account.js'

const explanation = (changes: Partial<Explanation>): Explanation => ({
  jti: 'a',
  action: 'challenge',
  hard: [],
  contributions: [
    { id: 'input.press-dwell', llr: -1 },
    { id: 'tell.platform', llr: 0.8 },
  ],
  observations: [],
  ...changes,
})

describe('the strongest evidence', () => {
  it('is the hard rule that was hit', () => {
    expect(evidenceOf(explanation({ action: 'block', hard: ['webdriver', 'headless'] }))).toBe('webdriver')
  })

  it('is what speaks most for a bot where one was challenged, and what speaks most at all where a person was let through', () => {
    expect(evidenceOf(explanation({}))).toBe('tell.platform')
    expect(evidenceOf(explanation({ action: 'allow' }))).toBe('input.press-dwell')
    expect(evidenceOf(explanation({ contributions: [] }))).toBe('')
  })
})

describe('what was known at a verdict', () => {
  it('is every value as a number, and nothing that was not known', () => {
    const observations = [
      { id: 'visit.seconds', state: 'ok', value: 3.5 },
      { id: 'tell.webdriver', state: 'ok', value: true },
      { id: 'tell.headless', state: 'ok', value: false },
      { id: 'input.key-dwell', state: 'unsupported' },
      { id: 'tell.engine', state: 'failed', reason: 'timeout' },
    ]
    const known = { 'visit.seconds': 3.5, 'tell.webdriver': 1, 'tell.headless': 0 }
    expect(attestOf(explanation({ observations }))).toEqual({ seconds: 3.5, observations: known })
  })

  it('is nothing where the visit never said how long it lasted', () => {
    expect(attestOf(explanation({}))).toBeUndefined()
  })
})

describe('the browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'chromium'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15', 'webkit'],
    ['', 'other'],
  ])('of %j is %s', (userAgent, browser) => {
    expect(browserOf(userAgent)).toBe(browser)
  })
})
