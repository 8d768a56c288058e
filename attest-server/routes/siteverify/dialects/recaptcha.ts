import { z } from 'zod'
import type { Dialect } from '../dialect.js'
import { hostnameOf, humanScore, timestamp } from '../mapping.js'

/** https://developers.google.com/recaptcha/docs/verify and /docs/v3: the answer of v3, which is that of v2 and more. */
export const recaptcha: Dialect = {
  id: 'siteverifyRecaptcha',
  path: '/recaptcha/api/siteverify',
  summary: 'Verifies a verdict as reCAPTCHA v2 and v3 do. `score`: 1 is a person.',
  codes: {
    'secret-missing': 'missing-input-secret',
    'secret-unknown': 'invalid-input-secret',
    'response-missing': 'missing-input-response',
    unknown: 'invalid-input-response',
    foreign: 'invalid-input-response',
    weak: 'invalid-input-response',
    revoked: 'invalid-input-response',
    'sitekey-mismatch': 'invalid-input-response',
    refused: 'invalid-input-response',
    expired: 'timeout-or-duplicate',
    used: 'timeout-or-duplicate',
  },
  details: (claims) => ({
    score: humanScore(claims),
    action: claims.page_action,
    challenge_ts: timestamp(claims.iat),
    hostname: hostnameOf(claims),
  }),
  always: {},
  schema: z
    .object({
      success: z.boolean(),
      score: z.number().min(0).max(1).optional(),
      action: z.string().optional(),
      challenge_ts: z.string().optional(),
      hostname: z.string().optional(),
      'error-codes': z.array(z.string()).optional(),
    })
    .meta({ id: 'RecaptchaAnswer' }),
}
