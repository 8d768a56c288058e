import { z } from 'zod'
import type { FoundSession } from '../../core/sessions/find-session.js'
import { type FindSessionDeps, findSession } from '../../core/sessions/find-session.js'
import { posteriorOf } from '../../core/sessions/verdict/session-score.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { isName } from '../sessions/names.js'
import { layerOf, layers, signalName } from './layer-of.js'
import { detectipAction, detectipBand, detectipScore } from './mapping.js'

const known = z.boolean().nullable()
const answerSchema = z
  .object({
    token: z.string(),
    score: z.int().min(0).max(100).meta({ description: '0: surely a person … 100: surely a bot.' }),
    band: z.enum(['human', 'suspicious', 'automated', 'known-bot']),
    hard_rule_hit: z.string().meta({ description: 'Empty, or the name of a rule that proves automation.' }),
    signals: z.array(
      z.object({
        name: z.string(),
        layer: z.enum(layers),
        llr: z.number().meta({ description: 'Natural-log likelihood ratio; above 0 speaks for a bot. They add up, from a prior of −2.2.' }),
        detail: z.string(),
      }),
    ),
    network: z.object({ ja4: z.string().nullable() }),
    ip: z.object({ datacenter: known, proxy: known, country: z.string().nullable() }),
    action: z.enum(['allow', 'challenge', 'block']),
  })
  .meta({ id: 'DetectipVerdict' })

const says = (llr: number): string =>
  `Seen ${Math.exp(Math.abs(llr)).toFixed(1)} times as often ${llr > 0 ? 'in automated visits' : 'in visits of people'}.`

/** @returns undefined while nothing is judged: there is nothing captured that could be told. */
function answerOf(token: string, { judgement, identity, network, record }: FoundSession): z.output<typeof answerSchema> | undefined {
  if (!judgement) return undefined
  const isVerified = identity.state === 'verified'
  const isHard = judgement.hard.length > 0
  // Who is verified is a bot that is known, and let pass.
  const score = isVerified ? 100 : detectipScore(posteriorOf(judgement))
  const { ja4, ...ip } = network
  return {
    token,
    score,
    band: detectipBand(score, isHard),
    hard_rule_hit: judgement.hard[0] ?? '',
    signals: judgement.signals.map(({ id, llr }) => ({
      name: signalName(id),
      layer: layerOf(id),
      llr: Math.round(llr * 100) / 100,
      detail: says(llr),
    })),
    network: { ja4 },
    ip: { datacenter: ip.datacenter, proxy: ip.proxy, country: ip.country },
    // Of what was attested, what was decided: rules and exceptions have had their say.
    action: record ? judgement.action : detectipAction(judgement.action, isHard),
  }
}

/** `GET /api/v1/verdict?token=` (DIP-03). */
export function detectipVerdictEndpoint(deps: FindSessionDeps): Endpoint {
  const GET = operation({
    id: 'detectipVerdict',
    summary: 'What a session was judged to be, and why.',
    security: 'live',
    limit: 'detectip',
    query: z.object({ token: z.string().meta({ description: 'What the cookie `botd_token` holds.' }) }),
    responses: {
      200: { description: 'The verdict.', schema: answerSchema },
      404: { description: 'No session was captured under this token.' },
    },
    examples: [{ summary: 'a token that nobody has', query: { token: 'sess_unknown' }, status: 404 }],
    async handle(c, { query: { token }, caller }) {
      const found = isName(token) ? await findSession(caller.projectId, token, deps) : undefined
      const answer = found && answerOf(token, found)
      return answer ? c.json(answer) : { code: 'not-found', detail: 'No captured session for this token.' }
    },
  })
  return { path: '/api/v1/verdict', GET }
}
