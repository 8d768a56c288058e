import type { PostedBatch } from './events/parse-events.js'
import type { BotVerdict } from './evidence/verdict-of.js'
import { appendInSteps } from './session/append-events.js'
import type { SessionState } from './session/session-state.js'
import { type BehaviourVerification, verifyBehaviour } from './verify-behaviour.js'

/** What LAB-46 adds to the body of a verification. */
export interface ContinuedVerification extends BehaviourVerification {
  readonly verdict_changed: boolean
  /** UNCERTAIN before the first events (LAB-45). */
  readonly previous_verdict: BotVerdict
}

/**
 * Adds events to a continuous session and verifies all of it again. Pure, in steps: who calls keeps the state, and the verdict.
 * @param previous the verdict so far; `UNCERTAIN` for a new session
 */
export function* continueSession(
  state: SessionState,
  batch: PostedBatch,
  previous: BotVerdict,
  options: { readonly ephemeral?: boolean } = {},
): Generator<void, { readonly state: SessionState; readonly body: ContinuedVerification }> {
  const next = yield* appendInSteps(state, batch)
  const body = verifyBehaviour(next, options)
  return { state: next, body: { ...body, verdict_changed: body.verdict !== previous, previous_verdict: previous } }
}
