import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import { REVEAL_TYPE } from '../../../shared/wire/reveal.js'
import type { ReadRequest } from '../checks/attest-request.js'
import type { TextDigest, TokenSealer } from '../ports.js'
import type { Rejection } from '../rejection.js'

/** An answer and a request over a slow line, with time to spare: the collector's own attempt is shorter. */
export const REVEAL_LIFE: Seconds = 30

/** What the token says (HS256, made and read here alone; nothing of it is stored). */
export interface RevealClaims {
  /** Of the challenge. */
  readonly jti: string
  /** Digest of the evidence that was committed to. */
  readonly of: string
  /** Indices of the slices that are to be shown, ascending. */
  readonly slices: readonly number[]
  readonly exp: EpochSeconds
}

export interface RevealTokenDeps {
  readonly sealer: TokenSealer
  /** Names evidence by its whole text. */
  readonly digestText: TextDigest
}

/** Asks for these slices, of this evidence and no other. */
export function sealReveal(
  jti: string,
  text: string,
  slices: readonly number[],
  { sealer, digestText }: RevealTokenDeps,
  now: EpochSeconds,
): Promise<string> {
  return sealer.seal(REVEAL_TYPE, { jti, of: digestText(text), slices, exp: now + REVEAL_LIFE } satisfies RevealClaims)
}

/**
 * Slices come with the token by which they were asked for: of this challenge and this evidence, in time, and as many as were asked for.
 * Its claims need no further check of shape: we wrote them.
 * @returns undefined where the request shows nothing
 */
export async function checkReveal(
  { shown, text }: Pick<ReadRequest, 'shown' | 'text'>,
  challenge: ChallengeClaims,
  { sealer, digestText }: RevealTokenDeps,
  now: EpochSeconds,
): Promise<Result<RevealClaims | undefined, Rejection>> {
  if (!shown) return ok(undefined)
  const opened = await sealer.open(REVEAL_TYPE, shown.reveal)
  if (!opened.ok) return err({ reason: 'reveal-forged' })
  const claims = opened.value as RevealClaims
  if (claims.jti !== challenge.jti || claims.of !== digestText(text)) return err({ reason: 'reveal-of-another' })
  if (now >= claims.exp) return err({ reason: 'reveal-expired', exp: claims.exp, now })
  return claims.slices.length === shown.slices.length ? ok(claims) : err({ reason: 'reveal-length', length: shown.slices.length })
}
