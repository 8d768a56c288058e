import { isId, parseReference } from '../../core/ids.js'
import type { VerdictRecord, Verdicts } from '../../stores/ports.js'
import type { Endpoint } from '../http/mount.js'
import { problemResponse } from '../http/problem-response.js'

export interface VerdictsDeps {
  readonly verdicts: Pick<Verdicts, 'find'>
  /** @returns the id of the project whose secret key this is. */
  readonly ownerOf: (secretKey: string) => Promise<string | undefined>
}

const BEARER = /^Bearer +(sk_\S{1,64})$/i

/** The owner's view: everything but our own name for the project. */
function explanationOf({ projectId: _, ...record }: VerdictRecord): Omit<VerdictRecord, 'projectId'> {
  return record
}

/** `GET /v1/verdicts/{jti or reference}` with `Authorization: Bearer sk_…`: why a verdict was what it was. */
export function verdictsEndpoint({ verdicts, ownerOf }: VerdictsDeps): Endpoint {
  return {
    path: '/v1/verdicts/:name',
    async GET(c) {
      const key = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
      const owner = key === undefined ? undefined : await ownerOf(key)
      if (owner === undefined) return problemResponse('unauthorized', undefined, { 'WWW-Authenticate': 'Bearer' })
      const name = c.req.param('name') ?? ''
      const known = isId(name) ? name : parseReference(name)
      const verdict = known === undefined ? undefined : await verdicts.find(owner, known)
      return verdict ? c.json(explanationOf(verdict)) : problemResponse('not-found')
    },
  }
}
