import { decodeJwt } from 'jose'
import type { AttestRequest, EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Target } from '../harness/attacker.js'
import type { Backing } from './backing.js'
import { personVisit } from './trace-visit.js'
import { clientOf, makeEvidence, type Visit } from './visit.js'

/** What somebody who listened in has of a visit that was let through. */
export interface Captured {
  /** In their order: the evidence, and where it was asked for, with some of its trace. */
  readonly requests: readonly AttestRequest[]
  readonly session: string
  readonly token: string
  /** What the visitor did. */
  readonly visit: Visit
}

/** What somebody who listened in can commit to, and show: the same, and of its slices those that were asked for. */
export function overheard({ requests }: Captured): Backing {
  const [first, second] = requests
  if (!first || !('evidence' in first) || !second?.slices) throw new Error('nothing was asked for of what is captured')
  const { trace = '' } = decodeJwt<EvidenceClaims>(first.evidence)
  const { slices: indices } = decodeJwt<{ slices: readonly number[] }>(second.reveal ?? '')
  const known = new Map(indices.map((index, i) => [index, second.slices?.[i] ?? '']))
  const [any = ''] = known.values()
  return () => ({ trace, open: (asked) => ({ slices: asked.map((index) => known.get(index) ?? any), path: second.path ?? '' }) })
}

/** A visitor's evidence and verdict. @throws where the visitor is not let through: what was captured would be worth nothing anyway */
export async function capture(target: Target, seed: string): Promise<Captured> {
  const visit = personVisit(seed, target.meter)
  const client = clientOf(target, visit)
  const { request, open, session } = await makeEvidence(target, visit, client)
  const { token, end, sent } = await client.attest(request, open)
  if (token === undefined || end !== 'allow') throw new Error(`the visitor whose evidence is captured is not let through: ${end}`)
  return { requests: sent, session, token, visit }
}
