import { describe, expect, it } from 'vitest'
import { systemLines } from '../../../shared/features/testing/bots.js'
import { keyboardOnly, pastesPassword, touches } from '../../../shared/features/testing/people.js'
import { scoreBehaviour } from './score-behaviour.js'
import { scriptedAgent } from './testing/agents.js'
import { postedOf } from './testing/posted-of.js'
import { sessionOf, sessionOfInput } from './testing/session-of.js'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const statuses = ({ signals }: ReturnType<typeof scoreBehaviour>) =>
  Object.fromEntries(Object.entries(signals).map(([name, { status }]) => [name, status]))

describe('the score of behaviour', () => {
  it('passes people who use nothing but a keyboard, and misses the signals of the mouse', () => {
    const scores = SEEDS.map((seed) => scoreBehaviour(sessionOfInput(keyboardOnly(seed))))
    expect(scores.map(({ verdict }) => verdict)).toEqual(SEEDS.map(() => 'PASS'))
    expect(scores[0]).toMatchObject({ intent: 'human', signals: { mouse_curvature: { score: null, weight: 0, status: 'missing' } } })
    expect(scores[0]!.signals.keystroke_timing).toMatchObject({ status: 'pass' })
  })

  it('fails nobody for lack of data: it is MARGINAL, or better', () => {
    for (const events of [[{ type: 'hover' }], [{ type: 'mousemove', x: 1, y: 1, timestamp_ms: 1 }], [{ type: 'click', x: 5, y: 9 }]]) {
      const { verdict, signals } = scoreBehaviour(sessionOf(events))
      expect(verdict).toBe('MARGINAL')
      expect(Object.values(signals).every(({ status }) => status === 'missing')).toBe(true)
    }
    expect(scoreBehaviour(sessionOf([{ type: 'unheard-of' }]))).toMatchObject({ verdict: 'MARGINAL', event_count: 0, ignored_count: 1 })
  })

  it('does not fail fingers, which come from nowhere', () => {
    const tablet = {
      type: 'fingerprint',
      data: { userAgent: 'Mozilla/5.0 (Linux; Android 14) Mobile', maxTouchPoints: 5 },
      timestamp_ms: 0,
    }
    for (const events of [postedOf(touches()), [tablet, ...postedOf(touches())]]) {
      const score = scoreBehaviour(sessionOf(events))
      expect(score.verdict).not.toBe('FAIL')
      expect(statuses(score)).toMatchObject({ click_approach: 'missing', mouse_curvature: 'missing' })
    }
  })

  it('does not ask a keyboard how its click got there', () => {
    const tabs = Array.from({ length: 8 }, (_, i) => [
      { type: 'keydown', key: 'Tab', timestamp_ms: 1000 + 2100 * i, isTrusted: true },
      { type: 'keydown', key: 'Enter', delay_ms: 700, timestamp_ms: 1700 + 2000 * i, isTrusted: true },
      {
        type: 'click',
        x: 100 * i + 50,
        y: 300,
        elem_center_x: 100 * i + 50,
        elem_center_y: 300,
        timestamp_ms: 1701 + 2000 * i,
        isTrusted: true,
      },
    ]).flat()
    const score = scoreBehaviour(sessionOf([{ type: 'fingerprint', data: { maxTouchPoints: 0 }, timestamp_ms: 0 }, ...tabs]))
    expect(statuses(score)).toMatchObject({ click_offset: 'missing', click_approach: 'missing' })
    expect(score.verdict).not.toBe('FAIL')
  })

  it('passes people who move, type and click', () => {
    const scores = SEEDS.map((seed) => scoreBehaviour(sessionOfInput(pastesPassword(seed))))
    expect(scores.filter(({ verdict }) => verdict === 'FAIL')).toEqual([])
    expect(scores.filter(({ verdict }) => verdict === 'PASS').length).toBeGreaterThanOrEqual(6)
  })

  it('fails scripts that hit centres by the clock, and says what they are', () => {
    const score = scoreBehaviour(sessionOf(scriptedAgent()))
    expect(score).toMatchObject({ verdict: 'FAIL', intent: 'framework_automation' })
    expect(statuses(score)).toMatchObject({
      click_offset: 'fail',
      click_approach: 'fail',
      keystroke_timing: 'fail',
      stealth_artifacts: 'fail',
    })
    expect(scoreBehaviour(sessionOf(scriptedAgent().slice(1))).verdict).toBe('FAIL')
  })

  it('does not pass straight lines of the system’s own mouse', () => {
    expect(scoreBehaviour(sessionOfInput(systemLines())).verdict).not.toBe('PASS')
  })

  it('fails events that a page’s script made, and weighs nothing that was not posted', () => {
    const events = postedOf(pastesPassword(2))
    const made = scoreBehaviour(sessionOf(events.map((one) => ({ ...one, isTrusted: false }))))
    expect(made).toMatchObject({ verdict: 'FAIL', signals: { trusted_events: { status: 'fail' }, mouse_curvature: { status: 'missing' } } })
    const silent = scoreBehaviour(sessionOf(events.map(({ isTrusted: _, ...one }) => one)))
    expect(silent.signals.trusted_events).toEqual({ score: null, weight: 0, status: 'missing' })
    expect(silent.verdict).not.toBe('FAIL')
  })

  it('knows a replay by its paths, and a purpose by its page', () => {
    const [lap, pause] = [postedOf(pastesPassword(5)).filter(({ type }) => type === 'mousemove'), 20_000]
    const laps = [0, 1, 2, 3, 4, 5].flatMap((i) =>
      lap.map((one) => ({ ...one, x: (one.x as number) + 40 * i, timestamp_ms: (one.timestamp_ms as number) + pause * i })),
    )
    const replay = scoreBehaviour(sessionOf(laps))
    expect(replay.signals.mouse_path_uniqueness?.status).toBe('fail')
    expect([replay.verdict, replay.intent]).not.toContain('PASS')
    expect(replay.intent).toBe('replay_attack')
    const quick = scriptedAgent().slice(1)
    const onLogin = scoreBehaviour(sessionOf([{ type: 'page_enter', page: '/login', timestamp_ms: 0 }, ...quick]))
    expect(onLogin.intent).toBe('credential_stuffing')
    expect(onLogin.intent_confidence).toBeGreaterThan(0.3)
  })

  it('reads a key’s rhythm from delay_ms alone, where no time was posted', () => {
    const typed = (delays: readonly number[]) => sessionOf(delays.map((delay_ms) => ({ type: 'keydown', key: 'letter', delay_ms })))
    const even = scoreBehaviour(typed(new Array(30).fill(25)))
    const uneven = scoreBehaviour(typed(Array.from({ length: 30 }, (_, i) => 90 + 37 * ((i * i) % 11))))
    expect(even.signals.keystroke_timing?.status).toBe('fail')
    expect(uneven.signals.keystroke_timing?.status).toBe('pass')
    expect(even.overall_score).toBeLessThan(uneven.overall_score)
  })
})
