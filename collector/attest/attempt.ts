import type { Result } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'
import { CLAIM } from '../../shared/wire/claim-names.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { type Progress, serverTime } from '../environment/attesting-environment.js'
import { assemble } from '../evidence/assemble.js'
import { after } from '../page/after.js'
import { untilAborted } from '../page/until-aborted.js'
import type { Summarise } from '../start-senses.js'
import { type Failure, failure } from './attestation.js'
import type { Proofs } from './proofs.js'

/** One more try, with a new challenge. More would only make a server in trouble work harder. */
const TRIES = 2
const PAUSE: Ms = 300

/** What is asked for. */
export interface AttemptRequest {
  readonly action: string
  readonly round: Round
  readonly progress?: Progress
  /** What the verdict is bound to. */
  readonly payload?: string | undefined
}

export interface AttemptParts {
  readonly origin: string
  readonly proofs: Proofs
  /** Settles when the tells are observed that this round is for, with what sums up all that is known by then. Never rejects. */
  observe(round: Round): Promise<Summarise>
  /** 0, 1, 2 … for each evidence of this page. */
  nextSeq(): number
}

/** A step of an attempt, given up when its deadline passes. */
type Step<T> = Promise<Result<T, Failure>>

async function tryOnce(
  parts: AttemptParts,
  { action, round, progress, payload }: AttemptRequest,
  signal: AbortSignal,
): Step<AttestResponse> {
  // Tells come into being while the challenge travels and the proof is worked at.
  const observed = parts.observe(round)
  const proof = await parts.proofs.take(round, signal, progress)
  if (!proof.ok) return proof
  const summarise = await untilAborted(observed, signal)
  const { challenge, pow, redeem } = proof.value
  const binding = {
    nonce: challenge.nonce,
    now: serverTime(proof.value),
    [CLAIM.pow]: pow,
    [CLAIM.origin]: parts.origin,
    [CLAIM.action]: action,
    [CLAIM.payload]: payload,
    [CLAIM.seq]: parts.nextSeq(),
  }
  const { open, ...summary } = await untilAborted(summarise(challenge.nonce), signal)
  let answer = await redeem(assemble(binding, summary), signal)
  if (answer.ok && 'reveal' in answer.value) {
    const { reveal, slices } = answer.value
    answer = await redeem({ reveal, ...(await open!(slices)) }, signal)
  }
  // No server of ours asks twice.
  return answer.ok && 'reveal' in answer.value ? failure('unavailable', false) : (answer as Result<AttestResponse, Failure>)
}

/** Challenge, proof, evidence, what is asked for of its trace, verdict; at most twice. Never rejects, and settles at the latest when the signal aborts. */
export async function attempt(parts: AttemptParts, request: AttemptRequest, signal: AbortSignal): Step<AttestResponse> {
  try {
    for (let left = TRIES; ; ) {
      const result = await tryOnce(parts, request, signal)
      if (result.ok || !result.error.retry || --left === 0) return result
      await untilAborted(after(PAUSE), signal)
    }
  } catch {
    return failure(signal.aborted ? 'timeout' : 'failed', false)
  }
}
