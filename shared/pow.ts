import { decodeBase64url, encodeBase64url } from './base64url.js'
import { err, ok, type Result } from './result.js'
import { sha256, sha256Words } from './sha256.js'
import type { Share } from './units.js'

/**
 * Proof of work: `count` independent sub-puzzles. Sub-puzzle `i` is solved by a 32-bit `nonce` for which the first 32 bits of
 * SHA-256(seed ‖ u32be(i) ‖ u32be(nonce)) are below 2³² / `difficulty`. Many small puzzles instead of one large one make the
 * time to solve predictable (its spread shrinks with √count); a real-valued difficulty makes it adjustable without steps.
 */
export interface PowParameters {
  /** How many sub-puzzles: 1 to `MOST_PUZZLES`. */
  readonly count: number
  /** Expected hashes for each sub-puzzle: any real number from 1 to 2³¹. */
  readonly difficulty: number
}

export const MOST_PUZZLES = 64

/** Stands for a sub-puzzle that ran out of its time budget. It earns no credit and is no fault. */
export const UNFINISHED = 0xffff_ffff

/** Binds the work to one challenge and one device key, so that it can be neither stocked nor sold. */
export const powText = (challengeId: string, thumbprint: string): string => `vouchsafe-pow-1|${challengeId}|${thumbprint}`

/** The seed: SHA-256 of that text, 32 bytes. */
export const powSeed = (challengeId: string, thumbprint: string): Uint8Array => sha256(asciiBytes(powText(challengeId, thumbprint)))

/** @param text of ASCII alone. By a loop: `Uint8Array.from` with a function takes twenty times as long. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** The first 32 bits of a solving digest are below this number. */
export function powTarget(difficulty: number): number {
  return Math.min(0xffff_ffff, Math.floor(0x1_0000_0000 / difficulty))
}

export function solves(seed: Uint8Array, index: number, nonce: number, difficulty: number): boolean {
  const message = new Uint8Array(40)
  message.set(seed)
  for (let i = 0; i < 4; i++) {
    message[32 + i] = index >>> (24 - 8 * i)
    message[36 + i] = nonce >>> (24 - 8 * i)
  }
  return sha256Words(message)[0]! >>> 0 < powTarget(difficulty)
}

/** The proof on the wire: the nonces in order, 4 bytes each, big-endian, base64url. −1 is `UNFINISHED` too. */
export function encodeProof(nonces: readonly number[]): string {
  const bytes = new Uint8Array(4 * nonces.length)
  // As digests are written (`sha256.ts`): the same text twice weighs next to nothing.
  for (let i = 0; i < bytes.length; i++) bytes[i] = nonces[i >> 2]! >>> (24 - 8 * (i & 3))
  return encodeBase64url(bytes)
}

export type ProofFault = 'proof-malformed' | 'proof-wrong'

/** @returns the share of the work that was done. A nonce that is claimed but does not solve is a fault, never merely less credit. */
export function checkProof(proof: string, seed: Uint8Array, pow: PowParameters): Result<Share, ProofFault> {
  const bytes = decodeBase64url(proof)
  if (!bytes.ok || bytes.value.length !== 4 * pow.count) return err('proof-malformed')
  const view = new DataView(bytes.value.buffer)
  let solved = 0
  for (let i = 0; i < pow.count; i++) {
    const nonce = view.getUint32(4 * i)
    if (nonce === UNFINISHED) continue
    if (!solves(seed, i, nonce, pow.difficulty)) return err('proof-wrong')
    solved++
  }
  return ok(solved / pow.count)
}
