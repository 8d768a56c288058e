import { encodeBase64url } from '../../shared/base64url.js'
import { features } from '../../shared/features/index.js'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { failed, type Observation, type ObservationId, seen, unsupported } from '../../shared/observation.js'
import { encodeProof, powSeed, solves, UNFINISHED } from '../../shared/pow.js'
import { onScale, type Range } from '../../shared/scale.js'
import { clientCard } from '../../shared/scorecard/client-card.js'
import { score } from '../../shared/scorecard/score.js'
import { sha256 } from '../../shared/sha256.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import { EVIDENCE_TYPE, EVIDENCE_VERSION, type EvidenceClaims, STILL_CARD } from '../../shared/wire/evidence.js'
import { encodeFeature, encodeTell } from '../../shared/wire/observation-codes.js'
import { tellIds, tellShapes } from '../../shared/wire/tells.js'
import { madeUpTrace } from './made-up-trace.js'

/** For what does not look at its challenge. */
export const someChallenge: ChallengeResponse = {
  challenge: '',
  nonce: 'A'.repeat(22),
  session: '',
  now: 1,
  expiresIn: 300,
  pow: { count: 1, difficulty: 1 },
  enforce: true,
}

/** A device key as a browser would hold it. */
export interface TestDevice {
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string }
  readonly thumbprint: string
  sign(text: string): Promise<string>
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
export const toBase64url = (value: unknown): string => encodeBase64url(bytesOf(JSON.stringify(value)))

export async function createDevice(): Promise<TestDevice> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return {
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    thumbprint: encodeBase64url(sha256(bytesOf(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`))),
    async sign(text) {
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytesOf(text))
      return encodeBase64url(new Uint8Array(signature))
    },
  }
}

/** Does the work. @param share of the sub-puzzles; the rest is left unfinished. */
export function solve({ nonce, pow }: ChallengeResponse, thumbprint: string, share = 1): string {
  const seed = powSeed(nonce, thumbprint)
  const nonces = Array.from({ length: pow.count }, (_, index) => {
    if (index >= share * pow.count) return UNFINISHED
    let candidate = 0
    while (!solves(seed, index, candidate, pow.difficulty)) candidate++
    return candidate
  })
  return encodeProof(nonces)
}

/** What no browser leaves without a value. */
const passed: readonly (readonly [ObservationId, Observation])[] = tellIds
  .filter((id) => tellShapes[id].always && tellShapes[id].atLoad)
  .map((id) => [id, tellShapes[id].type === 'boolean' ? seen(false) : seen(0)])

/** What a page has seen; everything that is left out passes, is unsupported, or is zero. */
export interface Findings {
  readonly observations?: ReadonlyMap<ObservationId, Observation>
  readonly tally?: Partial<Record<(typeof tallyKeys)[number], number>>
  /** What was committed to; left out, it is made up to fit the rest. */
  readonly trace?: string
}

const rangeOf: ReadonlyMap<ObservationId, Range> = new Map(features.map(({ id, range }) => [id, range]))

/** Features as `measured` makes them. */
function onScales(observations: ReadonlyMap<ObservationId, Observation>): Map<ObservationId, Observation> {
  const scaled = ([id, observation]: [ObservationId, Observation]): [ObservationId, Observation] => {
    const range = rangeOf.get(id)
    return [id, range && observation.state === 'ok' ? seen(onScale(Number(observation.value), range)) : observation]
  }
  return new Map(Array.from(observations, scaled))
}

/** The claims that an honest collector would assemble. */
export function honestClaims(
  challenge: ChallengeResponse,
  origin: string,
  thumbprint: string,
  { observations = new Map(), tally = {}, trace }: Findings = {},
): EvidenceClaims {
  const all = new Map([...passed, ...onScales(observations)])
  return {
    v: EVIDENCE_VERSION,
    eat_nonce: challenge.nonce,
    iat: challenge.now,
    origin,
    action: 'sign-up',
    seq: 0,
    build: '0.1.0',
    pow: solve(challenge, thumbprint),
    tells: tellIds.map((id) => encodeTell(all.get(id) ?? failed('timeout'))).join(''),
    features: features.map(({ id, range }) => encodeFeature((all.get(id) ?? unsupported) as Observation<number>, range)).join(''),
    tally: tallyKeys.map((key) => tally[key] ?? (key === 'elapsed' ? 1500 : 0)),
    card: clientCard.version,
    llr: Math.round(score(all, clientCard).llr * 100) / 100,
    trace: trace ?? madeUpTrace(all, tally),
  }
}

/** Of a visitor who has done nothing yet, by a collector that did without its other half. */
export const stillClaims = ({ trace: _, ...claims }: EvidenceClaims): EvidenceClaims => ({
  ...claims,
  tells: claims.tells.slice(0, tellIds.filter((id) => tellShapes[id].still).length),
  features: '',
  tally: claims.tally.slice(0, 1),
  card: STILL_CARD,
  llr: 0,
})

export const evidenceHeader = (device: TestDevice): object => ({ alg: 'ES256', typ: EVIDENCE_TYPE, jwk: device.jwk })

/** A compact JWS. @param header another than the honest one. */
export async function signEvidence(device: TestDevice, claims: unknown, header: object = evidenceHeader(device)): Promise<string> {
  const input = `${toBase64url(header)}.${toBase64url(claims)}`
  return `${input}.${await device.sign(input)}`
}
