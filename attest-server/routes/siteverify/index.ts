import type { Surface } from '../http/surface.js'
import type { Dialect } from './dialect.js'
import { hcaptcha } from './dialects/hcaptcha.js'
import { plain } from './dialects/plain.js'
import { recaptcha } from './dialects/recaptcha.js'
import { turnstile } from './dialects/turnstile.js'
import { siteverifyFault, siteverifyFaultSchema } from './faults.js'
import { type SiteverifyDeps, siteverifyEndpoint } from './siteverify.js'

/** The originals whose clients need another address and nothing else. */
export const dialects: readonly Dialect[] = [plain, recaptcha, turnstile, hcaptcha]

/** Verdicts verified by this server, for backends that did it with one of the three. */
export function siteverifySurface(deps: SiteverifyDeps): Surface {
  return {
    name: 'siteverify',
    summary: 'For backends that come from reCAPTCHA, hCaptcha or Turnstile.',
    prefixes: ['/siteverify', '/recaptcha', '/turnstile', '/hcaptcha'],
    endpoints: dialects.map((dialect) => siteverifyEndpoint(dialect, deps)),
    faultResponse: siteverifyFault,
    faultSchema: siteverifyFaultSchema,
  }
}
