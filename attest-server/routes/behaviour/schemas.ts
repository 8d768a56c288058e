import { z } from 'zod'
import { MOST_EVENTS } from '../../core/behaviour/events/parse-events.js'

/** These schemas document: `core/behaviour/events` reads, and takes what is missing for missing. */
const event = z
  .looseObject({
    type: z.enum(['mousemove', 'click', 'keydown', 'scroll', 'hover', 'fingerprint', 'page_enter', 'page_leave']),
    timestamp_ms: z.number().optional().meta({ description: 'Of the page or of the world.' }),
    isTrusted: z.boolean().optional(),
  })
  .meta({ id: 'PostedEvent', description: 'Every field but `type` may be missing; `docs/behaviour-scoring.md` names those of each type.' })

export const eventsBody = z.object({
  events: z.array(event).min(1).max(MOST_EVENTS),
  session_id: z.string().optional().meta({ description: 'Taken and left aside.' }),
  page: z.string().optional().meta({ description: 'The page’s address or name: what it is for is read from it.' }),
})

const signals = z.record(
  z.string(),
  z.object({
    score: z.number().min(0).max(100).nullable(),
    weight: z.number(),
    status: z.enum(['pass', 'marginal', 'fail', 'missing']),
  }),
)

export const scoreSchema = z
  .object({
    overall_score: z.number().min(0).max(100),
    verdict: z.enum(['PASS', 'MARGINAL', 'FAIL']),
    signals: signals.optional().meta({ description: 'All 22; left out where an ephemeral request passed.' }),
    intent: z.enum([
      'human',
      'credential_stuffing',
      'scraping',
      'spam_submission',
      'account_takeover',
      'replay_attack',
      'framework_automation',
      'click_fraud',
      'unknown_bot',
    ]),
    intent_confidence: z.number().min(0).max(1),
    event_count: z.int().min(0),
    ignored_count: z.int().min(0),
    duration_ms: z.number().min(0),
    request_id: z.string(),
  })
  .meta({ id: 'BehaviourScore' })

const botVerdict = z.enum(['BOT_VERIFIED', 'UNCERTAIN', 'HUMAN_DETECTED'])
const score = z.number().min(0).max(100).nullable()
const botType = z.enum(['autonomous_agent', 'human_larping', 'remote_controlled', 'replay_bot']).nullable()

const verification = {
  verdict: botVerdict,
  overall_score: z.number().min(0).max(100),
  body_score: score,
  mind_score: score,
  bot_type: botType,
  signals: signals.optional().meta({ description: 'All 20; left out where an ephemeral request met a person.' }),
  event_count: z.int().min(0),
}

const token = z.string().optional().meta({ description: 'A signed JWT of an hour, where the verdict is BOT_VERIFIED.' })

export const verificationSchema = z.object({ ...verification, request_id: z.string(), trust_token: token }).meta({ id: 'BotVerification' })

export const continuedSchema = z
  .object({
    ...verification,
    session_id: z.string(),
    verdict_changed: z.boolean(),
    previous_verdict: botVerdict,
    request_id: z.string(),
    trust_token: token,
  })
  .meta({ id: 'ContinuedVerification' })

export const sessionSchema = z
  .object({
    session_id: z.string(),
    verdict: botVerdict,
    overall_score: score,
    event_count: z.int().min(0),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
    webhook_secret: z.string().optional().meta({ description: 'Signs what is sent to `webhook_url`. Shown once.' }),
  })
  .meta({ id: 'VerificationSession' })

export const sessionStateSchema = z
  .object({
    ...verification,
    overall_score: score,
    session_id: z.string(),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'VerificationSessionState' })
