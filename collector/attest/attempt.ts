import { err, type Result } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import type { Round } from '../../shared/wire/challenge.js'
import type { AttestRequest, EvidenceSummary } from '../../shared/wire/evidence.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import type { DeviceKey } from '../device-key/device-key.js'
import { assemble } from '../evidence/assemble.js'
import { signEvidence } from '../evidence/sign.js'
import { after } from '../page/after.js'
import { untilAborted } from '../page/until-aborted.js'
import { post } from '../transport/post.js'
import type { Failure } from './attestation.js'
import { type Progress, type Proof, type Proofs, serverTime } from './proofs.js'

/** One more try, with a new challenge. More would only make a server in trouble work harder. */
const TRIES = 2
const PAUSE: Ms = 300

/** What is asked for. */
export interface AttemptRequest {
  readonly action: string
  readonly round: Round
  readonly progress?: Progress
}

export interface AttemptParts {
  readonly endpoint: string
  readonly origin: string
  readonly proofs: Proofs
  /** Never rejects. */
  deviceKey(): Promise<DeviceKey | undefined>
  /** Settles when the tells are observed that this round is for. Never rejects. */
  observe(round: Round): Promise<void>
  /** All that is known by now. */
  summary(): EvidenceSummary
  /** 0, 1, 2 … for each evidence of this page. */
  nextSeq(): number
}

/** A step of an attempt, given up when its deadline passes. */
type Step<T> = Promise<Result<T, Failure>>

async function redeem(
  parts: AttemptParts,
  proof: Proof,
  key: DeviceKey | undefined,
  action: string,
  signal: AbortSignal,
): Step<AttestResponse> {
  const { challenge, pow } = proof
  const binding = { nonce: challenge.nonce, pow, now: serverTime(proof), origin: parts.origin, action, seq: parts.nextSeq() }
  const claims = assemble(binding, parts.summary())
  const request: AttestRequest = key
    ? { challenge: challenge.challenge, evidence: await untilAborted(signEvidence(claims, key), signal) }
    : { challenge: challenge.challenge, unsigned: claims }
  return post<AttestResponse>(`${parts.endpoint}/v1/attest`, request, 'token', signal)
}

async function tryOnce(parts: AttemptParts, { action, round, progress }: AttemptRequest, signal: AbortSignal): Step<AttestResponse> {
  // Key and tells come into being while the challenge travels and the proof is worked at.
  const ready = Promise.all([parts.deviceKey(), parts.observe(round)])
  const proof = await parts.proofs.take(round, signal, progress)
  if (!proof.ok) return proof
  const [key] = await untilAborted(ready, signal)
  return redeem(parts, proof.value, key, action, signal)
}

/** Challenge, proof, evidence, verdict; at most twice. Never rejects, and settles at the latest when the signal aborts. */
export async function attempt(parts: AttemptParts, request: AttemptRequest, signal: AbortSignal): Step<AttestResponse> {
  try {
    for (let left = TRIES; ; ) {
      const result = await tryOnce(parts, request, signal)
      if (result.ok || !result.error.retry || --left === 0) return result
      await untilAborted(after(PAUSE), signal)
    }
  } catch {
    return err({ status: signal.aborted ? 'timeout' : 'failed', retry: false })
  }
}
