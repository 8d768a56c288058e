import { z } from 'zod'
import { nameSchema } from '../names.js'

const DAY_MS = 86_400_000
const count = (most: number) => z.int().min(0).max(most).nullable().optional()
const share = z.number().min(0).max(1).nullable().optional()
const flag = z.boolean().nullable().optional()
const entropyDescription = 'Disorder of pointer movement, 0 to 1.'

/** All that a page may say; anything else is refused (BOT-17). Strings are checked and not kept. */
const payloadSchema = z.strictObject({
  mouse_entropy: share.meta({ description: entropyDescription }),
  entropy: share.meta({ description: 'The same as `mouse_entropy`.' }),
  samples: count(1_000_000).meta({ description: 'The same as `mouse_moves`.' }),
  scroll_velocity: z.number().min(0).max(1_000_000).nullable().optional().meta({ description: 'Pixels a second.' }),
  visibility_changes: count(10_000),
  first_input_delay_ms: count(DAY_MS),
  total_ms: count(DAY_MS),
  visible_ms: count(DAY_MS),
  time_to_first_input_ms: count(DAY_MS),
  mouse_moves: count(1_000_000),
  pointer_moves: count(1_000_000),
  scroll_events: count(1_000_000),
  click_events: count(100_000),
  key_events: count(100_000),
  scroll_max_depth_pct: count(100),
  max_touch_points: count(100),
  coarse_pointer: count(1),
  js_passed: flag,
  webdriver: flag,
  headless: flag,
  headless_ua: flag,
  zero_viewport: flag,
  missing_plugins: flag,
  navigator_anomaly: flag,
  collector_version: z
    .string()
    .regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/)
    .nullable()
    .optional(),
  page_path_hash: z
    .string()
    .regex(/^[0-9a-f]{1,32}$/)
    .nullable()
    .optional(),
  page_path_shape: z
    .string()
    .max(64)
    .regex(/^\/[A-Za-z0-9/._{}-]*$/)
    .nullable()
    .optional(),
  pointer_types: z
    .array(z.enum(['mouse', 'touch', 'pen']))
    .max(3)
    .nullable()
    .optional(),
  languages: z
    .array(z.string().regex(/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/))
    .max(10)
    .nullable()
    .optional(),
  plugins: z.array(z.never()).max(0).nullable().optional(),
})

const RECEIVED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/

const eventSchema = z
  .strictObject({
    request_id: nameSchema.meta({ description: 'Of a session, each is taken once.' }),
    type: z.enum(['mouse', 'scroll', 'visibility', 'first_input', 'js_probe', 'page', 'snapshot']),
    received_at: z
      .string()
      .regex(RECEIVED)
      .refine((text) => !Number.isNaN(Date.parse(text)))
      .meta({ description: 'RFC 3339, UTC. The server goes by its own clock.' }),
    payload: payloadSchema,
  })
  .meta({ id: 'SessionEvent' })

export const eventsSchema = z.array(eventSchema).min(1).max(100)
export type SentEvent = z.output<typeof eventSchema>

/** As the core takes them. */
export const postedEvents = (events: readonly SentEvent[]) => events.map(({ request_id, payload }) => ({ requestId: request_id, payload }))
