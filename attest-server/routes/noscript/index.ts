import type { NoscriptDeps } from '../../core/noscript/deps.js'
import type { Asking } from '../http/asking.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { noscriptEndpoint } from './noscript.js'

export interface NoscriptSurface extends Asking {
  readonly noscript: NoscriptDeps
  readonly http: HttpFactsSettings
}

/** The path for visitors without JavaScript. */
export function noscriptSurface({ noscript, http, ...asking }: NoscriptSurface): Surface {
  return {
    name: 'noscript',
    summary: 'The path without JavaScript: a page and a signed form.',
    prefixes: [],
    endpoints: [noscriptEndpoint(noscript, http, asking)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
