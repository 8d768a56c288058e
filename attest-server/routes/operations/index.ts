import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import type { Asset } from './asset.js'
import { assetEndpoints } from './collector-assets.js'
import { healthEndpoint, type Readiness, readyEndpoint } from './health.js'
import { jwksEndpoint } from './jwks.js'

export interface OperationsSurface {
  readonly jwks: () => Promise<{ readonly keys: readonly object[] }>
  readonly assets: readonly Asset[]
  readonly issuer: string
  readonly readiness: Readiness
}

/** Keys, the collector's files, health. */
export function operationsSurface({ jwks, assets, issuer, readiness }: OperationsSurface): Surface {
  return {
    name: 'operations',
    summary: 'Keys, the collector’s files, health.',
    prefixes: [],
    endpoints: [jwksEndpoint(jwks), ...assetEndpoints(assets, issuer), healthEndpoint(), readyEndpoint(readiness)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
