import type { CommittedNow } from '../../../shared/trace/testing/commit-now.js'
import type { ChallengeRequest, ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestRequest, EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Loot, Target } from '../harness/attacker.js'
import type { Backing } from './backing.js'
import { type Client, createClient } from './client.js'
import { type DeviceKey, makeKey } from './device-key.js'
import type { Summary } from './summary.js'
import { shirk, solve } from './work.js'

/** How a visit differs from one with a new key, from a new address, at the attacked page, with all of the work done. */
export interface Visit {
  /** Made once there is a challenge, as a collector does. */
  readonly summary: Summary
  /** What it commits to; nothing, where nothing was observed. */
  readonly backing?: Backing
  /** Lets as much time pass as the summary says, as a whole visit would: in ms. At once where it says nothing. */
  readonly lasts?: number
  readonly key?: DeviceKey
  /** Which of the attacker's addresses. */
  readonly address?: number
  /** What the evidence, and what the request says of where it is. */
  readonly origin?: string
  readonly sentFrom?: string
  readonly action?: string
  readonly shirks?: boolean
  /** Is asked, and leaves it at that: else it does the screen's work, as the collector would. */
  readonly leaves?: boolean
  /** Goes on with a session, or answers its screen. */
  readonly asks?: Partial<ChallengeRequest>
  /** Moves the claims' own time, in s. */
  readonly shift?: number
}

/** What is posted, what opens the trace that it commits to, and the session that it is of. */
interface Evidence {
  readonly request: AttestRequest
  readonly open: CommittedNow['open'] | undefined
  readonly session: string
}

/** When the client got it, on its own clock in ms. */
interface Held {
  readonly challenge: ChallengeResponse
  readonly since: number
}

export async function takeChallenge(client: Client, asks?: Partial<ChallengeRequest>): Promise<Held> {
  return { challenge: await client.challenge(asks), since: performance.now() }
}

export const proofOf = ({ challenge }: Held, { thumbprint }: DeviceKey, { shirks = false }: Visit, { meter }: Target): string =>
  shirks ? shirk(challenge) : solve(challenge, thumbprint, meter)

/** Claims that are to be signed, and what opens the trace that they commit to. */
export interface Claimed {
  readonly claims: EvidenceClaims
  readonly open: CommittedNow['open'] | undefined
}

/** @param pow the proof, whoever found it */
export function claimsOf({ challenge, since }: Held, pow: string, visit: Visit, target: Pick<Target, 'origin' | 'action'>): Claimed {
  const { summary, backing, origin = target.origin, action = target.action, shift = 0 } = visit
  const committed = backing?.(challenge.nonce)
  const iat = challenge.now + Math.floor((performance.now() - since) / 1000) + shift
  const bound = { v: 1, eat_nonce: challenge.nonce, iat, origin, action, seq: 0, build: '0.1.0', pow } as const
  return { claims: { ...bound, ...summary, ...(committed && { trace: committed.trace }) }, open: committed?.open }
}

/** Challenge, work and signed claims, and the time that all of it takes. Nothing is sent yet. */
export async function makeEvidence(target: Target, visit: Visit, client: Client): Promise<Evidence> {
  const { key = await makeKey(), asks, lasts = 0 } = visit
  const { held, proof } = await target.meter.inTurn(async () => {
    const held = await takeChallenge(client, asks)
    return { held, proof: proofOf(held, key, visit, target) }
  })
  await target.wait(Math.max(0, held.since + lasts - performance.now()))
  const { claims, open } = claimsOf(held, proof, visit, target)
  return { request: { challenge: held.challenge.challenge, evidence: await key.sign(claims) }, open, session: held.challenge.session }
}

export const clientOf = (target: Target, { sentFrom, address = 0 }: Visit): Client =>
  createClient(target, { address, ...(sentFrom !== undefined && { origin: sentFrom }) })

/** A whole visit without a browser, and what came of it: at the end of both rounds of the screen, where it is asked. @throws Refused where there is no challenge */
export async function visit(target: Target, how: Visit): Promise<Loot> {
  const { key = await makeKey(), leaves = how.shirks ?? false } = how
  const client = clientOf(target, how)
  const { request, open, session } = await makeEvidence(target, { ...how, key }, client)
  let loot: Loot = await client.attest(request, open)
  for (const round of [1, 2] as const) {
    if (loot.end !== 'challenge' || leaves) return loot
    const answer = await makeEvidence(target, { ...how, key, lasts: 0, asks: { ...how.asks, session, round } }, client)
    loot = await client.attest(answer.request, answer.open)
  }
  return loot
}
