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

/** By index, the slices that a request shows. Which they are stands in the question that it answers. */
function slicesIn({ reveal, slices = [] }: AttestRequest): ReadonlyMap<number, string> {
  const { slices: asked = [] } = reveal === undefined ? {} : decodeJwt<{ readonly slices?: readonly number[] }>(reveal)
  return new Map(asked.map((index, i) => [index, slices[i] ?? '']))
}

/** What somebody who listened in can commit to, and show: the same, and of its slices those that were asked for then. */
export function overheard({ requests }: Captured): Backing {
  const [first, second = first] = requests
  if (!first || !second || !('evidence' in first)) throw new Error('what is captured is not signed')
  const { trace = '' } = decodeJwt<EvidenceClaims>(first.evidence)
  const known = slicesIn(second)
  const [any = 'AAAA'] = known.values()
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
