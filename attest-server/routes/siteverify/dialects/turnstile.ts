import { z } from 'zod'
import type { Dialect } from '../dialect.js'
import { hostnameOf, preciseTimestamp } from '../mapping.js'
import { recaptcha } from './recaptcha.js'

/** https://developers.cloudflare.com/turnstile/get-started/server-side-validation/: no score; `cdata` is empty, for a verdict carries none. */
export const turnstile: Dialect = {
  id: 'siteverifyTurnstile',
  path: '/turnstile/v0/siteverify',
  summary: 'Verifies a verdict as Turnstile does, `idempotency_key` included.',
  codes: recaptcha.codes,
  details: (claims) => ({
    challenge_ts: preciseTimestamp(claims.iat),
    hostname: hostnameOf(claims),
    action: claims.page_action,
    cdata: '',
    metadata: {},
  }),
  always: { 'error-codes': [], messages: [] },
  schema: z
    .object({
      success: z.boolean(),
      challenge_ts: z.string().optional(),
      hostname: z.string().optional(),
      'error-codes': z.array(z.string()),
      action: z.string().optional(),
      cdata: z.string().optional(),
      metadata: z.looseObject({}).optional(),
      messages: z.array(z.string()).optional().meta({ description: 'Missing where the request could not be read.' }),
    })
    .meta({ id: 'TurnstileAnswer' }),
}
