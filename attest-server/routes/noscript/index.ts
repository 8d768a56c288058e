import type { EpochSeconds } from '../../../shared/units.js'
import type { NoscriptDeps } from '../../core/noscript/deps.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { noscriptEndpoint } from './noscript.js'

export interface NoscriptSurface {
  readonly noscript: NoscriptDeps
  readonly http: HttpFactsSettings
  readonly clock: () => EpochSeconds
}

/** The path for visitors without JavaScript. */
export function noscriptSurface({ noscript, http, clock }: NoscriptSurface): Surface {
  return {
    name: 'noscript',
    summary: 'The path without JavaScript: a page and a signed form.',
    prefixes: [],
    endpoints: [noscriptEndpoint(noscript, http, clock)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
