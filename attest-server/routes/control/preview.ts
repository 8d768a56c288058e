import { z } from 'zod'
import { previewRule, type RulePreview } from '../../core/control/preview-rule.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'
import { draftedRule, draftOf } from './rule-shapes.js'

const action = z.enum(['allow', 'challenge', 'block'])
const sample = z.object({
  session: z.string().meta({ description: 'A verdict’s reference or a session.' }),
  before: z.string(),
  after: z.string(),
})

export const previewReport = z
  .object({
    sessions: z.int().min(0).meta({ description: 'Past sessions that were played.' }),
    matches: z.int().min(0).meta({ description: 'Sessions that the draft matches, whatever comes of it.' }),
    flipped: z.int().min(0).meta({ description: 'Sessions that would get another action.' }),
    flips: z.array(z.object({ from: action, to: action, sessions: z.int().min(0), samples: z.array(sample) })),
    unknown: z.record(z.string(), z.int().min(0)).meta({
      description: 'Fields that the draft reads, with the sessions of which they are not known: a preview cannot judge by those.',
    }),
    holds_where_unknown: z
      .array(z.string())
      .meta({ description: 'Fields of which being unknown speaks for a match: ask for `!= null` too, if you do not mean that.' }),
  })
  .meta({ id: 'RulePreview' })

export const shownPreview = ({
  sessions,
  matches,
  flipped,
  flips,
  unknown,
  holdsWhereUnknown,
}: RulePreview): z.output<typeof previewReport> => ({
  sessions,
  matches,
  flipped,
  flips: flips.map(({ samples, ...flip }) => ({
    ...flip,
    samples: samples.map(({ reference, before, after }) => ({ session: reference, before, after })),
  })),
  unknown: Object.fromEntries(unknown),
  holds_where_unknown: [...holdsWhereUnknown],
})

/** Where all rules are as long as they may be, one preview is most of a second of work: somebody tries a draft sixty times a minute at most. */
const COST = 10

/** `POST /v1/projects/{project}/rules/preview` */
export function previewEndpoint(deps: ControlDeps): Endpoint {
  const params = { project: samples.project }
  const POST = projectOperation(deps, {
    id: 'previewRule',
    summary: 'What a draft would have done to the last sessions. Saves nothing.',
    body: draftedRule,
    cost: () => COST,
    responses: {
      200: { description: 'How many actions flip, with samples.', schema: previewReport },
      404: { description: 'No such rule.' },
    },
    examples: [{ summary: 'a draft', params, body: { expression: 'score < 30', action: 'block' }, status: 200 }],
    async handle(c, { id }, { body }) {
      const played = await previewRule(id, draftOf(body), body.rule, deps)
      return played.ok ? c.json(shownPreview(played.value)) : played.error
    },
  })
  return { path: '/v1/projects/:project/rules/preview', POST }
}
