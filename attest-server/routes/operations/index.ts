import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import type { Asset } from './asset.js'
import { assetEndpoints } from './collector-assets.js'
import { healthEndpoint, type Readiness, readyEndpoint } from './health.js'
import { jwksEndpoint } from './jwks.js'
import { revocationsEndpoint } from './revocations.js'

export interface OperationsSurface {
  readonly jwks: () => Promise<{ readonly keys: readonly object[] }>
  /** The signed list of what is revoked. */
  readonly revocations: () => Promise<string>
  readonly assets: readonly Asset[]
  readonly issuer: string
  readonly readiness: Readiness
}

/** Keys, what is revoked, the collector's files, health. */
export function operationsSurface({ jwks, revocations, assets, issuer, readiness }: OperationsSurface): Surface {
  return {
    name: 'operations',
    summary: 'Keys, what is revoked, the collector’s files, health.',
    prefixes: [],
    endpoints: [
      jwksEndpoint(jwks),
      revocationsEndpoint(revocations),
      ...assetEndpoints(assets, issuer),
      healthEndpoint(),
      readyEndpoint(readiness),
    ],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
