import { describe, expect, it } from 'vitest'
import { keyboardOnly, pastesPassword } from '../../../shared/features/testing/people.js'
import { continueSession } from './continue-session.js'
import { inTurns } from './session/in-turns.js'
import { startSession } from './session/session-state.js'
import { scriptedAgent } from './testing/agents.js'
import { postedOf } from './testing/posted-of.js'
import { batchOf, sessionOf, sessionOfInput } from './testing/session-of.js'
import { verifyBehaviour } from './verify-behaviour.js'

describe('the verification of a bot', () => {
  it('verifies an agent whose body and mind are a machine’s', () => {
    const body = verifyBehaviour(sessionOf(scriptedAgent()))
    expect(body).toMatchObject({ verdict: 'BOT_VERIFIED', bot_type: 'autonomous_agent' })
    expect(body.body_score).toBeGreaterThanOrEqual(70)
    expect(body.mind_score).toBeGreaterThanOrEqual(70)
    expect(Object.keys(body.signals!)).toHaveLength(20)
  })

  it('verifies no mind that nothing is known of', () => {
    const body = verifyBehaviour(sessionOf(scriptedAgent(3)))
    expect(body).toMatchObject({ verdict: 'UNCERTAIN', mind_score: null, bot_type: null })
    expect(body.overall_score).toBeGreaterThanOrEqual(70)
  })

  it('sees somebody behind a machine’s body who takes their time', () => {
    const waits = [0, 300, 9000, 700, 31_000, 6200, 400, 14_000, 900, 22_000, 500, 8000]
    const rounds: Record<string, unknown>[] = scriptedAgent().map((one) => {
      const round = Math.max(0, Math.floor(((one.timestamp_ms as number) - 100) / 900))
      return { ...one, timestamp_ms: (one.timestamp_ms as number) + waits.slice(0, round + 1).reduce((a, b) => a + b, 0) }
    })
    const posted = rounds.map((one) => (one.type === 'keydown' && one.delay_ms === 720 ? { ...one, delay_ms: undefined } : one))
    expect(verifyBehaviour(sessionOf(posted))).toMatchObject({ verdict: 'UNCERTAIN', bot_type: 'remote_controlled' })
  })

  it('takes people for people', () => {
    for (const events of [keyboardOnly(4), pastesPassword(4)]) {
      const { verdict, overall_score } = verifyBehaviour(sessionOfInput(events))
      expect(verdict).not.toBe('BOT_VERIFIED')
      expect(overall_score).toBeLessThan(50)
    }
  })

  it('says nothing of somebody’s signals in an ephemeral request that met a person', () => {
    const person = sessionOfInput(keyboardOnly(4))
    const { verdict, signals } = verifyBehaviour(person, { ephemeral: true })
    expect(verdict).toBe('HUMAN_DETECTED')
    expect(signals).toBeUndefined()
    expect(verifyBehaviour(person).signals).toBeDefined()
    expect(verifyBehaviour(sessionOf(scriptedAgent()), { ephemeral: true }).signals).toBeDefined()
  })

  it('is uncertain of nothing at all', () => {
    expect(verifyBehaviour(startSession())).toMatchObject({ verdict: 'UNCERTAIN', body_score: null, mind_score: null, bot_type: null })
  })
})

describe('a continuous verification', () => {
  it('says when the verdict changed, and what it was', async () => {
    const go = (...asked: Parameters<typeof continueSession>) => inTurns(continueSession(...asked), async () => undefined)
    const first = await go(startSession(), batchOf(scriptedAgent().slice(0, 40)), 'UNCERTAIN')
    expect(first.body).toMatchObject({ verdict: 'UNCERTAIN', verdict_changed: false, previous_verdict: 'UNCERTAIN' })
    const second = await go(first.state, batchOf(scriptedAgent().slice(40)), first.body.verdict)
    expect(second.body).toMatchObject({ verdict: 'BOT_VERIFIED', verdict_changed: true, previous_verdict: 'UNCERTAIN' })
    const person = postedOf(keyboardOnly(1)).map((one) => ({ ...one, timestamp_ms: (one.timestamp_ms as number) + 1e6 }))
    const third = await go(second.state, batchOf(person), second.body.verdict)
    expect(third.body.event_count).toBe(second.body.event_count + person.length)
    expect(third.body.verdict_changed).toBe(third.body.verdict !== 'BOT_VERIFIED')
  })
})
