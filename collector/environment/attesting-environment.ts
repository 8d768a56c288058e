import type { Result } from '../../shared/result.js'
import type { EpochSeconds, Ms, Share } from '../../shared/units.js'
import type { ChallengeRequest, ChallengeResponse } from '../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import type { Revealed, RevealResponse } from '../../shared/wire/reveal.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import type { Failure } from '../attest/attestation.js'

/** Hears of the share of the work that is done. */
export type Progress = ((done: Share) => void) | undefined

/** A challenge with its work done, ready for evidence about any action. */
export interface ProvedChallenge {
  readonly challenge: ChallengeResponse
  /** The proof of work, as it stands in the evidence. */
  readonly pow: string
  /** By this machine's clock, which may be wrong but goes on while the machine sleeps. */
  readonly received: Ms
}

/** What is handed in for a proof: the evidence, and where it is asked for, some of its trace. */
export type HandedIn = EvidenceClaims | Revealed

/** What comes of it: a verdict, or what is asked for. */
export type Redeemed = AttestResponse | RevealResponse

/** What has been proved can be redeemed only where it was: the work is bound to the device key that is used there. */
export interface Proof extends ProvedChallenge {
  /** Signs the claims and hands them in, or hands the same in again with what was asked for. Rejects when the signal aborts. */
  redeem(claims: HandedIn, signal: AbortSignal): Promise<Result<Redeemed, Failure>>
}

/**
 * RFC 9334 §3: the part of the Attester that holds the key, signs and speaks to the Verifier, apart from the page, its Target Environment,
 * which is what is observed.
 */
export interface AttestingEnvironment {
  /** Asks for a challenge and does its work. Rejects when the signal aborts. */
  prove(request: ChallengeRequest, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>>
}

/** What tells the time on the server: when it said what, and when that was heard here. */
export interface ServerMoment {
  readonly challenge: Pick<ChallengeResponse, 'now'>
  readonly received: Ms
}

/** The server's clock, so that a wrong clock here does no harm. */
export const serverTime = ({ challenge, received }: ServerMoment): EpochSeconds =>
  Math.floor(challenge.now + (Date.now() - received) / 1000)
