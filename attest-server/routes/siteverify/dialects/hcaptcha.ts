import { z } from 'zod'
import type { Dialect } from '../dialect.js'
import { hostnameOf, riskScore, timestamp } from '../mapping.js'

/** https://docs.hcaptcha.com/#verify-the-user-response-server-side: `score` and `score_reason` as Enterprise has them. */
export const hcaptcha: Dialect = {
  id: 'siteverifyHcaptcha',
  path: '/hcaptcha/siteverify',
  summary: 'Verifies a verdict as hCaptcha does. `score` runs the other way: 1 is a threat.',
  codes: {
    'secret-missing': 'missing-input-secret',
    'secret-unknown': 'invalid-input-secret',
    'response-missing': 'missing-input-response',
    unknown: 'invalid-input-response',
    foreign: 'sitekey-secret-mismatch',
    weak: 'invalid-input-response',
    revoked: 'invalid-input-response',
    'sitekey-mismatch': 'sitekey-secret-mismatch',
    refused: 'invalid-input-response',
    expired: 'expired-input-response',
    used: 'already-seen-response',
  },
  details: (claims) => ({
    challenge_ts: timestamp(claims.iat),
    hostname: hostnameOf(claims),
    score: riskScore(claims),
    score_reason: [],
  }),
  always: {},
  schema: z
    .object({
      success: z.boolean(),
      challenge_ts: z.string().optional(),
      hostname: z.string().optional(),
      score: z.number().min(0).max(1).optional(),
      score_reason: z.array(z.string()).optional(),
      'error-codes': z.array(z.string()).optional(),
    })
    .meta({ id: 'HcaptchaAnswer' }),
}
