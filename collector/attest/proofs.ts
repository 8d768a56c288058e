import { MOST_PUZZLES, powText } from '../../shared/pow.js'
import { err, ok, type Result } from '../../shared/result.js'
import type { EpochSeconds, Ms, Share } from '../../shared/units.js'
import type { ChallengeResponse, Round } from '../../shared/wire/challenge.js'
import type { DeviceKey } from '../device-key/device-key.js'
import type { Deadline } from '../page/deadline.js'
import type { SessionMemory } from '../page/session.js'
import { untilAborted } from '../page/until-aborted.js'
import type { Solver } from '../pow/solver.js'
import { post } from '../transport/post.js'
import type { Failure } from './attestation.js'

/** Foreground work for one proof. What is not solved by then goes unfinished and earns less credit. */
const WORK_BUDGET: Ms = 2000
/** The share of a challenge's life in which a prepared proof is used: the rest is for the way to the server. */
const FRESH_SHARE = 0.8
/** After a preparation that failed: preparing is asked for with every key, and a server in trouble must not hear each of them. */
const PREPARE_PAUSE: Ms = 10_000

/** Hears of the share of the work that is done. */
export type Progress = ((done: Share) => void) | undefined

/** A challenge with its work done, ready for evidence about any action. */
export interface Proof {
  readonly challenge: ChallengeResponse
  readonly pow: string
  /** By this machine's clock, which may be wrong but goes on while the machine sleeps. */
  readonly received: Ms
}

export interface ProofParts {
  readonly key: string
  readonly endpoint: string
  readonly session: SessionMemory
  deviceKey(): Promise<DeviceKey | undefined>
  solver(): Pick<Solver, 'solve'>
}

export interface Proofs {
  /** A proof nobody else gets: the prepared one if it is fresh, else a new one. Rejects when the signal aborts. */
  take(round: Round, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>>
  /** Makes a proof ahead of time unless there is a fresh one, which costs next to nothing to find out. */
  prepare(startDeadline: () => Deadline): Promise<void>
  /** Forgets the prepared proof. */
  drop(): void
  /** The last challenge. It says what the project wants of the screens. */
  latest(): ChallengeResponse | undefined
}

/** The server's clock, so that a wrong clock here does no harm. */
export const serverTime = (proof: Proof): EpochSeconds => Math.floor(proof.challenge.now + (Date.now() - proof.received) / 1000)

export function isFresh({ challenge, received }: Proof): boolean {
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
  let latest: ChallengeResponse | undefined

  const make = async (round: Round, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>> => {
    const session = parts.session.read()
    // `JSON.stringify` leaves out what is undefined.
    const request = { siteKey: parts.key, session, round: round || undefined }
    const answer = await post<ChallengeResponse>(`${parts.endpoint}/v1/challenge`, request, 'challenge', signal)
    if (!answer.ok) return answer
    const challenge = answer.value
    // What no server of ours asks for could keep the page busy before any budget is looked at.
    if (!(challenge.pow.count <= MOST_PUZZLES)) return err({ status: 'unavailable', retry: false })
    latest = challenge
    const received = Date.now()
    parts.session.write(challenge.session)
    const key = await untilAborted(parts.deviceKey(), signal)
    // Without a device key, the text names none: the server sees from the unsigned evidence that this is so.
    const text = powText(challenge.nonce, key?.thumbprint ?? '')
    const work = parts.solver().solve(text, challenge.pow, { budget: WORK_BUDGET, signal, progress })
    return ok({ challenge, pow: await untilAborted(work, signal), received })
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
      const work = make(0, deadline.signal).catch((): Result<Proof, Failure> => err({ status: 'timeout', retry: true }))
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
