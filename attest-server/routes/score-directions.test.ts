import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { botLikeness, humanLikeness, onTable, shown } from '../core/behaviour/evidence/scale.js'
import { botVerdictOf, verdictOf } from '../core/behaviour/evidence/verdict-of.js'
import { bandOf } from '../core/policy.js'
import { decideRequest, defaultThresholds } from '../core/requests/decide-request.js'
import { shownProbability } from '../core/requests/request-answer.js'
import { sessionBand, sessionScore as sessionScoreOf } from '../core/sessions/verdict/session-score.js'
import { detectipAction, detectipBand, detectipScore } from './detectip/mapping.js'

const logOdds = (p: number): number => Math.log(p / (1 - p))
const sessionScore = (llr: number, hard: readonly string[] = []): number => sessionScoreOf({ llr, hard }, 30)
const probability = (llr: number): number => 1 / (1 + Math.exp(-llr))

/** The five scores of X-01, each turned so that more is more of a bot. */
const directions: Readonly<Record<string, (llr: number) => number>> = {
  'sessions, 99 to 1': (llr) => -sessionScore(llr),
  '/api/score, 100 to 0': (llr) => -shown(onTable(humanLikeness, llr)),
  '/api/verify-bot, 0 to 100': (llr) => shown(onTable(botLikeness, llr)),
  'p_is_invalid, 0 to 1': (llr) => shownProbability(probability(llr)),
  'detectip, 0 to 100': (llr) => detectipScore(probability(llr)),
}

const llr = fc.double({ min: -12, max: 12, noNaN: true })

describe('the scores of all surfaces', () => {
  it.each(Object.entries(directions))('of one posterior agree in order: %s', (_, of) => {
    fc.assert(
      fc.property(llr, llr, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        expect(of(less)).toBeLessThanOrEqual(of(more))
      }),
      { numRuns: 1000 },
    )
    for (const [less, more] of [
      [-3, 0],
      [0, 3],
    ] as const)
      expect(of(less)).toBeLessThan(of(more))
  })

  it('stay within what their surface documents', () => {
    fc.assert(
      fc.property(llr, fc.boolean(), (one, isHard) => {
        const session = sessionScore(one, isHard ? ['x'] : [])
        expect(session).toBeGreaterThanOrEqual(1)
        expect(session).toBeLessThanOrEqual(99)
        expect(detectipScore(probability(one))).toBeGreaterThanOrEqual(0)
        expect(detectipScore(probability(one))).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('and their words never go back where the posterior rises', () => {
    const words: readonly (readonly [readonly string[], (p: number) => string])[] = [
      [['likely_human', 'likely_automated', 'definite'], (p) => sessionBand(sessionScore(logOdds(p)), 30, false)],
      [['human', 'suspicious', 'automated', 'known-bot'], (p) => detectipBand(detectipScore(p), false)],
      [['human', 'unclear', 'suspicious', 'automated'], bandOf],
      [['PASS', 'MARGINAL', 'FAIL'], (p) => verdictOf(onTable(humanLikeness, logOdds(p)))],
      [['HUMAN_DETECTED', 'UNCERTAIN', 'BOT_VERIFIED'], (p) => botVerdictOf(onTable(botLikeness, logOdds(p)), 100, 100)],
      [['allow', 'review', 'block'], (p) => decideRequest(p, defaultThresholds)],
    ]
    for (const [order, wordOf] of words) {
      const places = Array.from({ length: 1001 }, (_, i) => order.indexOf(wordOf(i / 1000)))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(new Set(places)).toEqual(new Set(order.keys()))
    }
  })
})

describe('what a score says', () => {
  it('of a session is nothing until it is computed, and verified without it', () => {
    expect(sessionScoreOf(undefined, 30)).toBe(0)
    expect([0, 1, 2, 29, 30, 99].map((score) => sessionBand(score, 30, false))).toEqual([
      'not_computed',
      'definite',
      'likely_automated',
      'likely_automated',
      'likely_human',
      'likely_human',
    ])
    expect(sessionBand(0, 30, true)).toBe('verified')
    expect(sessionBand(30, 60, false)).toBe('likely_automated')
  })

  it('is overruled by a proof', () => {
    expect(sessionScore(-0.4, ['http-library'])).toBe(1)
    expect([29, 30, 59, 60, 89, 90].map((score) => detectipBand(score, false))).toEqual([
      'human',
      'suspicious',
      'suspicious',
      'automated',
      'automated',
      'known-bot',
    ])
    expect(detectipBand(3, true)).toBe('known-bot')
    expect([detectipAction('allow', true), detectipAction('challenge', false)]).toEqual(['block', 'challenge'])
  })
})
