import { err, ok, type Result } from '../../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import type { Outbox, OutboxMessage } from '../../../stores/ports.js'
import { makeId, type Random } from '../../ids.js'
import { type ContinuedVerification, continueSession } from '../continue-session.js'
import type { PostedBatch } from '../events/parse-events.js'
import { inTurns } from '../session/in-turns.js'
import type { KeptSessions, LoadedSession } from './kept-sessions.js'

export interface AdvanceDeps {
  readonly sessions: KeptSessions
  readonly outbox: Outbox
  readonly clock: () => EpochSeconds
  /** ISO 8601. */
  readonly timestamp: (at: EpochSeconds) => string
  readonly random: Random
  readonly yieldTurn: () => Promise<void>
}

export interface Advance {
  readonly projectId: string
  readonly id: string
  readonly batch: PostedBatch
  readonly ephemeral: boolean
}

/** Of so many posts at once, each has its turn: in every round one of them is kept. */
const TRIES = 16
/** A message waits until it is known whether the change that it tells of was kept. */
const HOLD: Seconds = 2

/** LAB-48's message, where the verdict changed and somebody wants to know. */
function messageOf({ projectId, id }: Advance, { head }: LoadedSession, body: ContinuedVerification, deps: AdvanceDeps) {
  if (!head.webhook || !body.verdict_changed) return undefined
  const now = deps.clock()
  const { previous_verdict: from, verdict: to, overall_score } = body
  const at = deps.timestamp(now)
  const message: OutboxMessage = {
    id: `msg_${makeId(deps.random)}`,
    projectId,
    session: id,
    url: head.webhook.url,
    body: JSON.stringify({ type: 'verdict.changed', session_id: id, from, to, overall_score, at }),
    createdAt: now + HOLD,
  }
  return message
}

/**
 * Adds events to a session that is kept and verifies all of it again. The message goes into the outbox before the session is kept: a server
 * that dies in between may tell of a change that nobody kept, and never keeps one that nobody is told of.
 */
export async function advanceSession(advance: Advance, deps: AdvanceDeps): Promise<Result<ContinuedVerification, 'not-found' | 'busy'>> {
  const { projectId, id, batch, ephemeral } = advance
  for (let i = 0; i < TRIES; i++) {
    const loaded = await deps.sessions.load(projectId, id, deps.clock())
    if (!loaded) return err('not-found')
    const steps = continueSession(loaded.state, batch, loaded.head.verdict, { ephemeral })
    const { state, body } = await inTurns(steps, deps.yieldTurn)
    const message = messageOf(advance, loaded, body, deps)
    if (message) await deps.outbox.add(message)
    const head = { ...loaded.head, verdict: body.verdict }
    if (await deps.sessions.save(projectId, id, loaded, { head, state }, deps.clock())) return ok(body)
    if (message) await deps.outbox.done(message.id)
  }
  return err('busy')
}
