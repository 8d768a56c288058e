import type { Result } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import type { ChallengeRequest, Round } from '../../shared/wire/challenge.js'
import type { AttestingEnvironment, Progress, Proof, ProvedChallenge } from '../environment/attesting-environment.js'
import type { Deadline } from '../page/deadline.js'
import type { SessionMemory } from '../page/session.js'
import { untilAborted } from '../page/until-aborted.js'
import { type Failure, failure } from './attestation.js'

/** The share of a challenge's life in which a prepared proof is used: the rest is for the way to the server. */
const FRESH_SHARE = 0.8
/** After a preparation that failed: preparing is asked for with every key, and a server in trouble must not hear each of them. */
const PREPARE_PAUSE: Ms = 10_000

export interface ProofParts {
  readonly key: string
  readonly session: SessionMemory
  attesting(): AttestingEnvironment
}

export interface Proofs {
  /** A proof nobody else gets: the prepared one if it is fresh, else a new one. Rejects when the signal aborts. */
  take(round: Round, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>>
  /** Makes a proof ahead of time unless there is a fresh one, which costs next to nothing to find out. */
  prepare(startDeadline: () => Deadline): Promise<void>
  /** Forgets the prepared proof. */
  drop(): void
  /** With the last challenge, which says what the project wants of the screens, and what time it is there. */
  latest(): ProvedChallenge | undefined
}

export function isFresh({ challenge, received }: ProvedChallenge): boolean {
  const age = Date.now() - received
  return age >= 0 && age < 1000 * FRESH_SHARE * challenge.expiresIn
}

interface Prepared {
  readonly work: Promise<Result<Proof, Failure>>
  /** Once it is there. */
  proof?: Proof
}

export function createProofs(parts: ProofParts): Proofs {
  let prepared: Prepared | undefined
  let notBefore: Ms = 0
  let latest: ProvedChallenge | undefined

  const make = async (round: Round, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>> => {
    const session = parts.session.read()
    const request: ChallengeRequest = { siteKey: parts.key, ...(session && { session }), ...(round && { round }) }
    const proof = await parts.attesting().prove(request, signal, progress)
    if (proof.ok) {
      latest = proof.value
      parts.session.write(latest.challenge.session)
    }
    return proof
  }

  return {
    async take(round, signal, progress) {
      const ahead = prepared
      prepared = undefined
      if (ahead && !round) {
        const result = await untilAborted(ahead.work, signal)
        if (result.ok && isFresh(result.value)) return result
      }
      return make(round, signal, progress)
    },
    async prepare(startDeadline) {
      if (prepared ? !prepared.proof || isFresh(prepared.proof) : performance.now() < notBefore) return
      const deadline = startDeadline()
      const work = make(0, deadline.signal).catch(() => failure('timeout', true))
      const mine: Prepared = { work }
      prepared = mine
      const result = await work
      deadline.end()
      if (result.ok) {
        mine.proof = result.value
      } else {
        notBefore = performance.now() + PREPARE_PAUSE
        if (prepared === mine) prepared = undefined
      }
    },
    drop() {
      prepared = undefined
    },
    latest: () => latest,
  }
}
