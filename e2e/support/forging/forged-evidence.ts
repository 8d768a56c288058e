import { createHash, webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { type CopiedCard, PASSED, scoreOf } from './copied-card.js'

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
 * What hands give, by the card and the books: nothing of it was ever measured. Times in ms. Whoever read the source takes numbers that its arithmetic can
 * give (a quantile has 321 values, a share of five presses six), and names with each what the same gestures would have given besides.
 */
const idealFeatures: Readonly<Record<string, number>> = {
  'input.glides': 96,
  'input.movement-glide-variation': 1.1,
  'input.movement-glide-entropy': 0.78,
  'input.movement-glide-peaks': 0.25,
  'input.movement-path-efficiency': 0.95147,
  'input.movement-bow': 0.030208,
  'input.movement-lateral-deviation': 0.060807,
  'input.movement-approach': 0.349265,
  'input.movement-curvature': 2.39167,
  'input.movement-smoothness': 2.33333,
  'input.movement-speed-variation': 0.702083,
  'input.movement-speed-peaks': 2.9,
  'input.movement-peak-position': 0.42,
  'input.movement-peak-spread': 0.17,
  'input.movement-turn-entropy': 0.52,
  'input.movement-speed-entropy': 0.93,
  'input.movement-step-entropy': 0.71,
  'input.movement-even-steps': 0.12,
  'input.movement-coalescing': 1.8,
  'input.press-teleports': 0,
  'input.press-hover': 168,
  'input.press-dwell': 93.8667,
  'input.press-dwell-spread': 17.2,
  'input.press-unfocused': 0,
  'input.press-centred': 0,
  'input.press-pressureless': 0,
  'input.key-dwell': 93.8667,
  'input.key-dwell-spread': 24.1,
  'input.key-interval': 188.8,
  'input.key-interval-spread': 96.4,
  'input.key-shiftless': 0,
  'input.input-keyless': 0,
  'input.input-bulk': 0,
  'input.wheel-scrolls': 13.5,
  'input.wheel-inconsistent': 0,
  'input.scroll-handless': 0,
  'input.submit-handless': 0,
}

/** What no row of the card weighs, and the same gestures would have given all the same: a summary without it is refused. */
const weightless: Readonly<Record<string, number>> = {
  'input.strokes': 14,
  'input.movement-interval-variation': 0.35,
}

/** All that the ideal summary holds. */
export const idealSummary: Readonly<Record<string, number>> = { ...idealFeatures, ...weightless }

/** A busy visit of 21 seconds, with enough of everything to stand for these features. What is not named did not happen. */
export const idealTally: Readonly<Record<string, number>> = {
  ...{ elapsed: 21_460, moves: 412, presses: 5, releases: 5, clicks: 5, wheels: 14, scrolls: 189 },
  ...{ keys: 41, inputs: 37, submits: 1, focuses: 6 },
}

interface Order extends Readonly<Record<'tells' | 'features' | 'tally', readonly string[]>> {
  /** Of the features. */
  readonly ranges: readonly (readonly [min: number, max: number])[]
}

/** What stands at which position of the evidence, and in which range, as the wire's own vector says: published for everyone. */
function readOrder(): Order {
  return JSON.parse(readFileSync(new URL('../../../shared/wire/vectors/order.json', import.meta.url), 'utf8'))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const UNSUPPORTED = '__'

/** 4080 even steps of a share, or 240 to each doubling of a power of two, the first of them even: twelve bits, two letters. */
function lettersOf(value: number | undefined, [min, max]: Order['ranges'][number]): string {
  if (value === undefined) return UNSUPPORTED
  const wide = (value - min) / 2 ** (Math.ceil(Math.log2(max - min)) - 16)
  const doublings = Math.max(0, Math.floor(Math.log2(wide)))
  const code = Math.round(max - min <= 1 ? (4080 * (value - min)) / (max - min) : 240 * (doublings + wide / 2 ** doublings))
  return LETTERS.charAt(code >> 6) + LETTERS.charAt(code & 63)
}

/** What the evidence is about. */
const bindingOf = ({ nonce, now }: ChallengeResponse, origin: string, pow: string) =>
  ({ v: 1, eat_nonce: nonce, iat: now, origin, action: 'sign-up', seq: 0, build: '0.1.0', pow }) as const

/** LEB128. */
const varint = (value: number): number[] => (value < 128 ? [value] : [128 + (value % 128), ...varint(Math.floor(value / 128))])

const HASH_BYTES = 16
/** A slice has room for so many events at most. */
const ROOM = 96
/** The trace's kinds of samples, in their order, and what the tally calls as many; the steps are among the moves. */
const kinds = ['steps', 'moves', 'presses', 'releases', '', 'clicks', 'wheels', 'scrolls', 'keys', '', 'inputs'] as const
/** The bins of turns, and what steps of some length come to. */
const OTHER_SUMS = 18

/** Sums of so many steps whose times vary as the summary says, each of about a frame. */
function timesOf(steps: number, variation: number): readonly [number, number, number] {
  const time = 16 * steps
  return [steps, time, Math.round((16 * variation) ** 2 * (steps - 1) + time ** 2 / Math.max(1, steps))]
}

/**
 * A commitment to nothing that there is: totals that fit the tally, and a root that nothing leads to. @param variation of the times between steps; none, where the
 * summary has none
 */
function traceOf(tally: Readonly<Record<string, number>>, variation?: number): string {
  const steps = variation === undefined ? 0 : 30
  const counts = kinds.map((name) => (name === 'steps' ? steps : (tally[name] ?? 0) - (name === 'moves' ? steps : 0)))
  const samples = counts.reduce((sum, count) => sum + count, 0)
  // Of each, how many steps it has.
  const slices = Array.from({ length: Math.ceil(samples / ROOM) }, (_, i) => (i === 0 ? steps : 0))
  const sums = [...counts, 0, ...timesOf(steps, variation ?? 0), ...Array<number>(OTHER_SUMS).fill(0)]
  const bytes = [slices.length, ...slices, ...sums].flatMap(varint)
  return Buffer.from([...bytes, ...Array<number>(HASH_BYTES).fill(7)]).toString('base64url')
}

/** A whole and consistent summary of a visitor who never was: every tell passes, every feature is a hand's, and the sum is right. */
export function forgeClaims(challenge: ChallengeResponse, origin: string, pow: string, card: CopiedCard): EvidenceClaims {
  const order = readOrder()
  return {
    ...bindingOf(challenge, origin, pow),
    tells: LETTERS.charAt(PASSED).repeat(order.tells.length),
    features: order.features.map((id, i) => lettersOf(idealSummary[id], order.ranges[i]!)).join(''),
    tally: order.tally.map((key) => idealTally[key] ?? 0),
    trace: traceOf(idealTally, weightless['input.movement-interval-variation']),
    card: card.version,
    llr: scoreOf(card, idealFeatures),
  }
}

/** The letter of a tell that had no time. */
const TIMEOUT = '9'

/** A proof of which nothing was done. */
const unfinished = ({ pow }: ChallengeResponse): string => Buffer.alloc(4 * pow.count, 0xff).toString('base64url')

/** A summary in which nothing was seen, and no work. */
export function forgeSilence(challenge: ChallengeResponse, origin: string, card: CopiedCard): EvidenceClaims {
  const order = readOrder()
  return {
    ...bindingOf(challenge, origin, unfinished(challenge)),
    card: card.version,
    tells: TIMEOUT.repeat(order.tells.length),
    features: UNSUPPORTED.repeat(order.features.length),
    tally: order.tally.map((key) => (key === 'elapsed' ? 3000 : 0)),
    trace: traceOf({}),
    llr: card.prior,
  }
}

/** Compact JWS (RFC 7515), ES256, with the public key in its header. */
export async function signForged(claims: EvidenceClaims, { pair, jwk }: ForgedKey): Promise<string> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode({ typ: 'vouchsafe-evidence+jwt', alg: 'ES256', jwk })}.${encode(claims)}`
  const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}
