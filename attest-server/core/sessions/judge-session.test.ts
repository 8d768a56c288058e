import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { detections } from '../detections/index.js'
import type { Identity } from '../identity/verified.js'
import { judgeSession } from './judge-session.js'
import { observeSums } from './observe-sums.js'
import { sessionCard } from './session-card.js'
import { type Payload, sumsOf } from './state/session-sums.js'
import { sessionScore } from './verdict/session-score.js'

const unknown = { state: 'unknown' } as Identity
const browser = { 'http.user-agent-library': 0, 'http.contradictions': 0 }
const judge = (payload: Payload, of: Readonly<Record<string, number>> = browser, identity: Identity = unknown) => {
  const request = Object.entries(of).map(([id, value]): [ObservationId, Observation] => [id as ObservationId, seen(value)])
  return judgeSession(new Map([...request, ...observeSums(sumsOf(payload))]), identity, { card: sessionCard, detections })
}
const scoreOf = (payload: Payload, of = browser, threshold = 30) => sessionScore(judge(payload, of), threshold)

const failedProbes: Payload = {
  js_passed: false,
  webdriver: true,
  headless: true,
  headless_ua: true,
  zero_viewport: true,
  missing_plugins: true,
  navigator_anomaly: true,
}
const person: Payload = { mouse_entropy: 0.7, mouse_moves: 300, click_events: 4, key_events: 12, scroll_events: 30, scroll_velocity: 900 }

describe('a session', () => {
  it('has no score where no engine has an opinion', () => {
    expect(judge({}, {})).toBeUndefined()
    expect(judge({}, { 'net.datacenter': 2 })).toBeUndefined()
    expect(sessionScore(undefined, 30)).toBe(0)
  })

  it('of a plain browser is a person’s, whatever is unknown', () => {
    expect(scoreOf({})).toBe(90)
    expect(judge({})).toMatchObject({ action: 'allow', hits: [], hard: [] })
    expect(scoreOf(person)).toBeGreaterThan(90)
  })

  it('is not judged by too little data', () => {
    expect(scoreOf({ mouse_entropy: 0, mouse_moves: 20 })).toBe(90)
    expect(scoreOf({ mouse_entropy: 0 })).toBe(90)
    expect(scoreOf({ scroll_velocity: 400_000, scroll_events: 2 })).toBe(90)
    expect(scoreOf({ click_events: 9 })).toBe(90)
  })

  it('of somebody who works by keyboard or finger is no bot’s', () => {
    expect(scoreOf({ mouse_moves: 0, click_events: 9, key_events: 40, max_touch_points: 0 })).toBe(90)
    expect(scoreOf({ mouse_moves: 0, click_events: 9, key_events: 0, coarse_pointer: 1 })).toBe(90)
  })

  it('is suspicious by several kinds of behaviour, and by none alone', () => {
    const straight = { mouse_entropy: 0, mouse_moves: 400 }
    const hasty = { time_to_first_input_ms: 1, total_ms: 9000, visible_ms: 0 }
    const clicks = { mouse_moves: 0, click_events: 9, key_events: 0, max_touch_points: 0 }
    for (const payload of [straight, hasty, clicks, { scroll_velocity: 400_000, scroll_events: 9 }]) {
      expect(scoreOf(payload)).toBeGreaterThan(50)
    }
    expect(judge(straight)?.hits).toEqual([301])
    const all = { ...straight, ...hasty, scroll_velocity: 400_000, scroll_events: 90 }
    expect(scoreOf(all)).toBeLessThan(scoreOf(straight))
    expect(judge(all)?.action).toBe('challenge')
  })

  it('is not put below any threshold by failed probes alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom({}, person), (threshold, payload) => {
        const without = scoreOf(payload, browser, threshold)
        const failed = scoreOf({ ...payload, ...failedProbes }, browser, threshold)
        expect(failed).toBeGreaterThanOrEqual(Math.min(threshold, without))
        expect(failed).toBeLessThanOrEqual(without)
      }),
    )
    expect(judge(failedProbes)?.hits).toEqual([249, 250, 251, 252, 253, 254, 255])
  })

  it('is definite by what a library says of itself', () => {
    expect(scoreOf(person, { ...browser, 'http.user-agent-library': 2 })).toBe(1)
    expect(judge(person, { ...browser, 'http.user-agent-library': 2 })).toMatchObject({
      action: 'block',
      hard: ['http-library'],
      hits: [102],
    })
  })

  it('of whoever is verified passes before anything is weighed', () => {
    const google: Identity = { state: 'verified', verified: { by: 'crawler', id: 'google', category: 'search' } }
    expect(judge(failedProbes, { 'http.user-agent-library': 2 }, google)).toMatchObject({ action: 'allow', hits: [504], signals: [] })
  })

  it('tells reasons that add up to its score', () => {
    const judged = judge({ ...failedProbes, mouse_entropy: 0, mouse_moves: 99 }, { ...browser, 'net.anonymiser': 3 })!
    const sum = judged.signals.reduce((total, { llr }) => total + llr, sessionCard.prior)
    expect(sum).toBeCloseTo(judged.llr, 2)
  })
})

describe('the card of posted sessions', () => {
  it('has no family of behaviour that outweighs the prior alone', () => {
    const limits = Object.values(sessionCard.families).filter(({ engine }) => engine === 'behaviour')
    for (const { max } of limits) expect(sessionCard.prior + max).toBeLessThan(0)
  })

  it('gives little to what a script can claim for itself', () => {
    const most = Object.values(sessionCard.families).reduce((sum, { min }) => sum + min, 0)
    expect(most).toBeGreaterThanOrEqual(-1.6)
  })

  it('has a family for every row', () => {
    for (const { family } of sessionCard.rows) expect(sessionCard.families[family], family).toBeDefined()
  })
})
