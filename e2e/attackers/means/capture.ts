import type { AttestRequest } from '../../../shared/wire/evidence.js'
import type { Target } from '../harness/attacker.js'
import { personVisit } from './trace-visit.js'
import { clientOf, makeEvidence, type Visit } from './visit.js'

/** What somebody who listened in has of a visit that was let through. */
export interface Captured {
  readonly request: AttestRequest
  readonly session: string
  readonly token: string
  /** What the visitor did. */
  readonly visit: Visit
}

/** A visitor's evidence and verdict. @throws where the visitor is not let through: what was captured would be worth nothing anyway */
export async function capture(target: Target, seed: string): Promise<Captured> {
  const visit = personVisit(seed, target.meter)
  const client = clientOf(target, visit)
  const { request, session } = await makeEvidence(target, visit, client)
  const { token, end } = await client.attest(request)
  if (token === undefined || end !== 'allow') throw new Error(`the visitor whose evidence is captured is not let through: ${end}`)
  return { request, session, token, visit }
}
