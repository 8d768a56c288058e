import { z } from 'zod'
import { assurances } from '../../../../shared/wire/verdict.js'
import type { Dialect } from '../dialect.js'
import { recaptcha } from './recaptcha.js'

/** What all three have, in reCAPTCHA's direction, and what only a verdict of ours has: its reference, and what it stands on. */
export const plain: Dialect = {
  id: 'siteverify',
  path: '/siteverify',
  summary: 'Verifies a verdict: what the three originals have together. `score`: 1 is a person.',
  codes: recaptcha.codes,
  details: (claims) => ({
    ...recaptcha.details(claims),
    cdata: '',
    verdict: claims.action,
    assurance: claims.assurance,
    reference: claims.reference,
  }),
  always: { 'error-codes': [] },
  schema: z
    .object({
      success: z.boolean(),
      score: z.number().min(0).max(1).optional(),
      action: z.string().optional(),
      challenge_ts: z.string().optional(),
      hostname: z.string().optional(),
      cdata: z.string().optional(),
      verdict: z.enum(['allow', 'challenge', 'block']).optional(),
      assurance: z.enum(assurances).optional(),
      reference: z.string().optional(),
      'error-codes': z.array(z.string()),
    })
    .meta({ id: 'SiteverifyAnswer' }),
}
