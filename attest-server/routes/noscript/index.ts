import type { EpochSeconds } from '../../../shared/units.js'
import type { NoscriptDeps } from '../../core/noscript/deps.js'
import type { HttpFactsSettings } from '../http/http-facts.js'
import type { Endpoint } from '../http/mount.js'
import { noscriptEndpoint } from './noscript.js'

export interface NoscriptSurface {
  readonly noscript: NoscriptDeps
  readonly http: HttpFactsSettings
  readonly clock: () => EpochSeconds
}

/** The path for visitors without JavaScript. */
export function noscriptSurface({ noscript, http, clock }: NoscriptSurface): Endpoint[] {
  return [noscriptEndpoint(noscript, http, clock)]
}
