import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import { parseReference } from '../../core/ids.js'
import type { LabelName, Labels } from '../../stores/ports.js'
import { operation } from '../http/operation.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'

export interface OutcomesDeps {
  readonly labels: Labels
  /** What requests are compared with; only those that were scored as requests are known there. */
  readonly lookAlikes: { label(projectId: string, subject: string, label: LabelName, at: EpochSeconds): Promise<boolean> }
  /** @param name of a session, or a verdict’s reference: it turned out to be a bot. */
  readonly onBot: (projectId: string, name: string) => Promise<void>
  readonly clock: () => EpochSeconds
}

const SESSION = /^[A-Za-z0-9_-]{1,128}$/

const subjects = {
  request_id: z.uuid().transform((id) => id.toLowerCase()),
  session: z.string().regex(SESSION),
  reference: z
    .string()
    .max(32)
    .refine((text) => parseReference(text) !== undefined, 'must be a verdict’s reference'),
}

const outcome = z.enum(['bot', 'person', 'converted', 'not-converted'])

const schema = z
  .strictObject({
    request_id: subjects.request_id.optional().meta({ description: 'As `/probe`, `/score` or `/batch_score` answered it.' }),
    session: subjects.session.optional(),
    reference: subjects.reference.optional().meta({ description: 'Of a verdict, as the screens show it.' }),
    outcome,
  })
  .refine(({ request_id, session, reference }) => [request_id, session, reference].filter((one) => one !== undefined).length === 1, {
    message: 'must name exactly one of request_id, session and reference',
  })
  .meta({ id: 'Outcome' })

const recorded = z
  .object({
    subject: z.string(),
    outcome,
    compared: z.boolean().meta({ description: 'Whether requests like it are compared with it from now on.' }),
  })
  .meta({ id: 'RecordedOutcome' })

type Given = z.infer<typeof schema>

const subjectOf = ({ request_id, session, reference }: Given): string =>
  request_id ?? session ?? (reference === undefined ? '' : (parseReference(reference) ?? ''))

/** A later outcome takes the place of an earlier one to the same question; the two questions are asked apart. */
export function outcomesEndpoint({ labels, lookAlikes, onBot, clock }: OutcomesDeps): Endpoint {
  const POST = operation({
    id: 'reportOutcome',
    summary: 'Says what a request or a session turned out to be: a bot or a person, converted or not.',
    security: 'outcomes',
    limit: 'outcomes',
    body: schema,
    responses: { 200: { description: 'It is kept.', schema: recorded } },
    examples: [
      { summary: 'a bot', body: { request_id: '3f1c2b7e-8f0a-4c55-9d0e-1a2b3c4d5e6f', outcome: 'bot' }, status: 200 },
      { summary: 'a visitor who bought', body: { reference: samples.reference, outcome: 'converted' }, status: 200 },
      { summary: 'nobody in particular', body: { outcome: 'bot' }, status: 400 },
    ],
    async handle(c, { body, caller }) {
      const subject = subjectOf(body)
      const now = clock()
      await labels.label(caller.projectId, subject, body.outcome, Math.floor(now))
      if (body.outcome === 'bot' && body.request_id === undefined) await onBot(caller.projectId, subject)
      const compared = await lookAlikes.label(caller.projectId, subject, body.outcome, now)
      return c.json({ subject, outcome: body.outcome, compared })
    },
  })
  return { path: '/v1/outcomes', POST }
}
