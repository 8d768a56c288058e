import type { Observation, ObservationId } from '../../shared/observation.js'
import type { Result } from '../../shared/result.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import type { RequestFacts } from '../facts/fact.js'
import type { EvidenceJws } from './checks/evidence-jws.js'

/** Signs verdicts. The core never touches key material. */
export interface VerdictSigner {
  /** @returns a compact JWS of type `vouchsafe-verdict+jwt`. */
  sign(claims: VerdictClaims): Promise<string>
}

/** Whether the P-256 key in the header of some evidence signed it. A point off the curve has signed nothing. Never throws. */
export type EvidenceSignature = (jws: Pick<EvidenceJws, 'compact' | 'jwk'>) => boolean

/** SHA-256 of a text's UTF-8, base64url: names it where nothing is secret, and all servers must agree. */
export type TextDigest = (text: string) => string

/** Makes tokens that only this server can make and read back: compact JWS, HS256. */
export interface TokenSealer {
  /** @param type the JWS header's `typ`: a token of one type is never taken for one of another (RFC 8725 §3.11). */
  seal(type: string, claims: object): Promise<string>
  /** @returns the claims as they were sealed; `forged` for everything that this server did not seal as this type. */
  open(type: string, token: string): Promise<Result<unknown, 'forged'>>
}

/** Asks every server-side fact. Never rejects. */
export type ObserveFacts = (request: RequestFacts) => Promise<ReadonlyMap<ObservationId, Observation>>

/** Reads verdicts back. @returns the claims of one that this server signed; undefined for everything else. */
export type VerdictOpener = (token: string) => Promise<VerdictClaims | undefined>
