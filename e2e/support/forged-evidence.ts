import { createHash, webcrypto } from 'node:crypto'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'

/** A signing key that a program made for itself, as easily as a browser does. */
export interface ForgedKey {
  readonly pair: webcrypto.CryptoKeyPair
  readonly jwk: { readonly crv: string; readonly kty: string; readonly x: string; readonly y: string }
}

export async function forgeKey(): Promise<ForgedKey> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { crv = '', kty = '', x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey)
  return { pair, jwk: { crv, kty, x, y } }
}

/** Honest work for a dishonest summary: the proof of work binds nothing but the challenge and the key. */
export function solve({ nonce, pow }: ChallengeResponse, { jwk }: ForgedKey): string {
  const thumbprint = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url')
  const seed = createHash('sha256').update(`vouchsafe-pow-1|${nonce}|${thumbprint}`).digest()
  const proof = Buffer.alloc(4 * pow.count)
  const target = Math.min(0xffff_ffff, Math.floor(0x1_0000_0000 / pow.difficulty))
  for (let i = 0; i < pow.count; i++) proof.writeUInt32BE(solvePuzzle(seed, i, target), 4 * i)
  return proof.toString('base64url')
}

function solvePuzzle(seed: Buffer, index: number, target: number): number {
  const message = Buffer.concat([seed, Buffer.alloc(8)])
  message.writeUInt32BE(index, 32)
  for (let nonce = 0; ; nonce++) {
    message.writeUInt32BE(nonce, 36)
    if (createHash('sha256').update(message).digest().readUInt32BE(0) < target) return nonce
  }
}

/** The client card as far as a forger needs it: with nothing seen, the sum is the prior. */
export interface CopiedCard {
  readonly card: string
  readonly llr: number
}

/** Reads both in the collector that the server hands out: whatever the page can compute, a forger can copy. */
export function copyCard(collector: string): CopiedCard {
  const [, card, prior] = /version:"([^"]+)",\w+:(-?[\d.]+)/.exec(collector) ?? []
  if (card === undefined || prior === undefined) throw new Error('The served collector holds no card that can be copied.')
  return { card, llr: Number(prior) }
}

/**
 * A visitor who is busy enough, but of whom nothing could be observed, made up: no tell, no feature. By position, as on the wire.
 */
export function forgeClaims(challenge: ChallengeResponse, origin: string, pow: string, copied: CopiedCard): EvidenceClaims {
  return {
    v: 1,
    eat_nonce: challenge.nonce,
    iat: challenge.now,
    origin,
    action: 'sign-up',
    seq: 0,
    build: '0.1.0',
    pow,
    tells: [],
    features: [],
    tally: [21_460, 212, 5, 5, 5, 14, 61, 41, 37, 0, 1, 6, 0, 0],
    ...copied,
  }
}

/** Compact JWS (RFC 7515), ES256, with the public key in its header. */
export async function signForged(claims: EvidenceClaims, { pair, jwk }: ForgedKey): Promise<string> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode({ typ: 'vouchsafe-evidence+jwt', alg: 'ES256', jwk })}.${encode(claims)}`
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}
