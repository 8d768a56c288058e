import { findingsOf } from '../../attest-server/testing/findings-of.js'
import {
  createDevice,
  honestClaims,
  signEvidence,
  solve,
  someChallenge,
  type TestDevice,
} from '../../attest-server/testing/honest-client.js'
import type { InputEvent } from '../../shared/features/input-event.js'
import { keyboardOnly, pastesPassword } from '../../shared/features/testing/people.js'
import { startMeasuring } from '../../shared/trace/start-measuring.js'
import type { TraceLeaf } from '../../shared/trace/start-trace.js'
import { type CommittedNow, commitNow } from '../../shared/trace/testing/commit-now.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import type { RevealResponse } from '../../shared/wire/reveal.js'

/** As `bench/latency/serve.ts` sets up its project. */
const ORIGIN = 'https://shop.example'
/** When the second half of a visit begins, ms. */
const SECOND = 15_000

/** What one visitor did, before any challenge: as their page would say it. */
interface Movement {
  readonly claims: EvidenceClaims
  readonly slices: readonly TraceLeaf[]
}

/** Somebody with a key of their own and a hand of their own. */
export interface Visitor {
  /** IPv4, in a network of their own. */
  readonly address: string
  readonly device: TestDevice
  readonly movement: Movement
}

/** What answers a challenge. */
export interface Prepared {
  /** JSON of `POST /v1/attest`. */
  readonly body: string
  /** JSON of the second post, where slices are asked for. */
  readonly shown: (question: RevealResponse) => string
}

/** Half a minute of a form, by mouse and keys: each hand is another. */
const fillIn = (seed: number): InputEvent[] => [
  ...pastesPassword(seed),
  ...keyboardOnly(seed).map((event) => ({ ...event, t: event.t + SECOND })),
]

function makeMovement(seed: number): Movement {
  const events = fillIn(seed)
  const measuring = startMeasuring()
  for (const event of events) measuring.push(event)
  // Nearly all of it does not depend on the challenge: it is worked out before.
  return { claims: honestClaims(someChallenge, ORIGIN, '', findingsOf(events)), slices: measuring.end() }
}

/** Public addresses, each of another /24. */
const addressOf = (i: number): string => `${11 + ((i >> 16) % 80)}.${(i >> 8) % 256}.${i % 256}.7`

/** @param seed of the first: those of other seeds are others */
export async function makeVisitors(count: number, seed: number): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (let i = seed; i < seed + count; i++)
    visitors.push({ address: addressOf(i), device: await createDevice(), movement: makeMovement(i) })
  return visitors
}

/** Solves, commits, signs: all that a page does between a challenge and its evidence. */
export async function prepare({ device, movement }: Visitor, challenge: ChallengeResponse): Promise<Prepared> {
  const { trace, open }: CommittedNow = commitNow(movement.slices, challenge.nonce)
  const claims = { ...movement.claims, eat_nonce: challenge.nonce, iat: challenge.now, trace, pow: solve(challenge, device.thumbprint) }
  const posted = { challenge: challenge.challenge, evidence: await signEvidence(device, claims) }
  return {
    body: JSON.stringify(posted),
    shown: ({ reveal, slices }) => JSON.stringify({ ...posted, reveal, ...open(slices) }),
  }
}
