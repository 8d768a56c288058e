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

/**
 * What an attentive person's evidence says, made up: no tell, a hand that wavers, keys that overlap. By position, as on the wire; and
 * a card that the server does not have, so that it cannot do the sum again.
 */
export function forgeClaims(challenge: ChallengeResponse, origin: string, pow: string): EvidenceClaims {
  return {
    v: 1,
    eat_nonce: challenge.nonce,
    iat: challenge.now,
    origin,
    action: 'sign-up',
    seq: 0,
    build: '0.1.0',
    pow,
    tells: Array.from({ length: 31 }, () => 0),
    features: BELIEVABLE,
    tally: [21_460, 212, 5, 5, 5, 14, 61, 41, 37, 0, 1, 0],
    card: 'client-0',
    llr: -9.2,
  }
}

/** In the order of the wire: eleven of movement, eight of presses and clicks, seven of keys, five of text, wheel and session. */
const BELIEVABLE = [
  ...[0.91, 0.08, 0.93, 2.9, 0.38, 0.62, 0.71, 0.34, 0.06, -0.12, 1.8],
  ...[0, 143, 88, 14.2, 0, 0, 0, 0],
  ...[96, 24.1, 171, 88.4, 0.24, 0, 0.03],
  ...[0, 4.1, 0, 1830, 0],
]

/** Compact JWS (RFC 7515), ES256, with the public key in its header. */
export async function signForged(claims: EvidenceClaims, { pair, jwk }: ForgedKey): Promise<string> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode({ typ: 'vouchsafe-evidence+jwt', alg: 'ES256', jwk })}.${encode(claims)}`
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}
