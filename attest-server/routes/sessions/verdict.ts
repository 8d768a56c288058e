import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import { NOT_COMPUTED, type ReadVerdictDeps, readVerdict } from '../../core/sessions/verdict/read-verdict.js'
import { LONGEST_SAID, type RuleContext } from '../../core/sessions/verdict/rule-context.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { isName, tokenParams } from './names.js'

export interface VerdictDeps extends ReadVerdictDeps {
  readonly clock: () => EpochSeconds
  /** The verdict could not be read, and the visitor passes. */
  readonly onFailOpen: (error: unknown, requestId: string) => void
}

const said = (description: string) =>
  z
    .string()
    .optional()
    .meta({ description: `${description} At most ${LONGEST_SAID} characters; more is unknown.` })

const query = z.object({
  path: said('Path of the request that you decide about.'),
  ip: said('Address of the visitor.'),
  country: said('ISO 3166-1 code.'),
  ua: said('User agent of the visitor.'),
})

const verdictSchema = z
  .object({
    verdict: z
      .string()
      .meta({ description: '`not_computed`, `definite`, `likely_automated`, `likely_human` or `verified`; more may come.' }),
    score: z.int().min(0).max(99).meta({ description: '1: surely a bot … 99: surely a person. 0: not computed.' }),
    action: z.enum(['allow', 'challenge', 'block', 'log', 'delay']).meta({ description: 'Branch on this, not on the score.' }),
    detection_ids: z.array(z.int().min(1)),
    reason: z.string(),
  })
  .meta({ id: 'SessionVerdict' })

/** Long or empty values are unknown, and never a fault: this answers always. */
const contextOf = (given: z.output<typeof query>): RuleContext =>
  Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined && text !== '' && text.length <= LONGEST_SAID))

/** `GET /v1/sessions/{token}/verdict`: always 200; whatever is wrong, the visitor passes (BOT-36). */
export function verdictEndpoint(deps: VerdictDeps): Endpoint {
  const GET = operation({
    id: 'readSessionVerdict',
    summary: 'What to do about a session.',
    security: 'private-key',
    params: tokenParams,
    query,
    responses: { 200: { description: 'What to do. Also for sessions that nobody knows.', schema: verdictSchema } },
    examples: [
      { summary: 'a session that nobody knows', params: { token: 'sess_unknown' }, status: 200, response: NOT_COMPUTED },
      {
        summary: 'with what rules may ask for',
        params: { token: 'sess_unknown' },
        query: { path: '/checkout', ip: '203.0.113.7', country: 'DE', ua: 'curl/8' },
        status: 200,
        response: NOT_COMPUTED,
      },
    ],
    failOpen(c, error) {
      deps.onFailOpen(error, c.get('requestId'))
      return { json: NOT_COMPUTED }
    },
    async handle(_, { params: { token }, query, caller }) {
      return { json: isName(token) ? await readVerdict(caller.projectId, token, contextOf(query), deps, deps.clock()) : NOT_COMPUTED }
    },
  })
  return { path: '/v1/sessions/:token/verdict', GET }
}
