import { z } from 'zod'
import { categories } from '../../../shared/wire/categories.js'
import { MAX_ROUND } from '../../../shared/wire/challenge.js'
import { MOST_REVEALED } from '../../../shared/wire/reveal.js'
import { assurances } from '../../../shared/wire/verdict.js'
import { ruleActions } from '../../core/rules/resolution/policy.js'

const seconds = (description: string) => z.number().min(0).meta({ description })
const action = z.enum(['allow', 'challenge', 'block'])
const band = z.enum(['human', 'unclear', 'suspicious', 'automated'])

/** The handler checks the same and says less: `core/challenge.ts`. */
export const challengeRequest = z
  .strictObject({
    siteKey: z.string().meta({ description: '`pk_…`' }),
    session: z.string().optional().meta({ description: 'The session to go on with, as an earlier answer named it.' }),
    round: z.int().min(0).max(MAX_ROUND).optional().meta({ description: 'How often the challenge screen was answered.' }),
  })
  .meta({ id: 'ChallengeRequest' })

export const challengeResponse = z
  .object({
    challenge: z.string().meta({ description: 'Opaque; goes back unchanged with the evidence.' }),
    nonce: z.string(),
    session: z.string(),
    now: z.number(),
    expiresIn: seconds('How long it can be redeemed.'),
    pow: z.object({ count: z.int().min(1), difficulty: z.number().min(1) }),
    enforce: z.boolean(),
    contact: z.string().optional(),
  })
  .meta({ id: 'ChallengeResponse' })

const challenge = z.string().meta({ description: 'As it was issued.' })

/** What a second request has besides, where the answer to the first one asked for slices: all of it or nothing. */
const revealed = {
  reveal: z.string().optional().meta({ description: 'As it was received.' }),
  slices: z.array(z.string()).optional().meta({ description: 'The slices that were asked for, in that order, base64url.' }),
  path: z.string().optional().meta({ description: 'What leads from them to what the evidence has committed to, base64url.' }),
}

/** The handler checks the same and much more: `core/attest.ts`. */
export const attestRequest = z
  .union([
    z.strictObject({ challenge, evidence: z.string().meta({ description: 'Compact JWS, `typ` `vouchsafe-evidence+jwt`.' }), ...revealed }),
    z.strictObject({
      challenge,
      unsigned: z.looseObject({}).meta({ description: 'The claims, of a page without `crypto.subtle`.' }),
      ...revealed,
    }),
  ])
  .meta({ id: 'AttestRequest' })

export const attestResponse = z
  .object({
    token: z.string().meta({ description: 'The verdict: a JWT, `typ` `vouchsafe-verdict+jwt`.' }),
    action,
    score: z.number().min(0).max(1).meta({ description: 'P(automated) in four steps: 0.1, 0.3, 0.7, 0.9.' }),
    band,
    assurance: z.enum(assurances),
    session: z.string(),
    expiresIn: seconds('How long the verdict is good for.'),
    reference: z.string(),
  })
  .meta({ id: 'AttestResponse' })

export const revealResponse = z
  .object({
    reveal: z.string().meta({ description: 'Opaque; goes back unchanged, within 30 seconds, with the same challenge and evidence.' }),
    slices: z
      .array(z.int().min(0))
      .min(1)
      .max(MOST_REVEALED)
      .meta({ description: 'Which slices of the trace are to be shown, ascending.' }),
  })
  .meta({ id: 'RevealResponse', description: 'No verdict yet: slices of the trace that the evidence has committed to are asked for.' })

const llr = z.number().meta({ description: 'ln odds; positive speaks for a bot.' })

const matched = z.object({ id: z.string(), name: z.string(), action: z.enum(ruleActions) })

export const explanation = z
  .looseObject({
    jti: z.string(),
    reference: z.string(),
    session: z.string(),
    issuedAt: z.int().min(0),
    action,
    posterior: z.number().min(0).max(1),
    band,
    assurance: z.enum(assurances),
    origin: z.string(),
    pageAction: z.string(),
    round: z.int().min(0).max(MAX_ROUND),
    card: z.string(),
    llr,
    families: z.record(z.string(), llr),
    hard: z.array(z.string()),
    contributions: z.array(z.looseObject({ id: z.string(), family: z.string(), llr })),
    verified: z
      .object({ by: z.enum(['crawler', 'agent']), id: z.string(), category: z.enum(categories), detection: z.int().min(1) })
      .optional(),
    claimed: z.string().optional().meta({ description: 'The vendor whose crawler it said to be, and was not.' }),
    counterfactuals: z.array(z.looseObject({})),
    observations: z.array(z.looseObject({ id: z.string(), state: z.enum(['ok', 'unsupported', 'failed']) })),
    country: z.string().optional(),
    appraised: action
      .optional()
      .meta({ description: 'What the evidence alone came to, where something else decided or it is not enforced yet.' }),
    deferred: z.literal(true).optional().meta({ description: 'The visitor is let through for now: what was decided is `appraised`.' }),
    decided: z
      .object({ by: z.enum(['rule', 'toggle']), reason: z.string(), rule: matched.optional() })
      .optional()
      .meta({ description: 'Why, where a rule or a toggle of the project decided.' }),
    noted: z.array(matched).optional().meta({ description: 'Rules that matched and decided nothing.' }),
    exception: z.string().optional().meta({ description: 'The reference of the exception by which the visitor was let through.' }),
  })
  .meta({ id: 'Explanation', description: 'docs/verdict.md describes each field.' })
