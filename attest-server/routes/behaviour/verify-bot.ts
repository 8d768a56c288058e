import { z } from 'zod'
import { appendInSteps } from '../../core/behaviour/session/append-events.js'
import { inTurns } from '../../core/behaviour/session/in-turns.js'
import { startSession } from '../../core/behaviour/session/session-state.js'
import { verifyBehaviour } from '../../core/behaviour/verify-behaviour.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { BehaviourDeps } from './deps.js'
import { noData, noEvents, personEvents, scriptEvents } from './examples.js'
import { isEphemeral } from './headers.js'
import { noteUsage } from './note-usage.js'
import { MOST_BYTES, readEvents } from './read-events.js'
import { eventsBody, verificationSchema } from './schemas.js'
import { tokenTerms, trustToken } from './trust-token.js'

export const verifyBody = eventsBody.extend({
  audience: z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The token’s `aud`: who shall accept it. The issuer where it is left out.' }),
})

/** LAB-40…44. */
export function verifyBotEndpoint(deps: BehaviourDeps): Endpoint {
  const POST = operation({
    id: 'verifyBot',
    summary: 'Says how much of a bot posted events are, and signs it for one that is. A `DPoP` header binds the token to a key.',
    security: 'detlab',
    limit: 'verification',
    body: verifyBody,
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      200: { description: 'The verdict and what it is made of.', schema: verificationSchema },
      400: { description: 'No data, no events, or no JSON.' },
    },
    examples: [
      { summary: 'an agent', body: { events: scriptEvents, audience: 'https://shop.example' }, status: 200 },
      { summary: 'a person', headers: { 'X-Ephemeral': 'true' }, body: { events: personEvents }, status: 200 },
      noData,
      noEvents,
    ],
    async handle(c, { caller }) {
      const read = await readEvents(c)
      if (!read.ok) return read.error
      const terms = await tokenTerms(c, read.value.body, deps)
      if (!terms.ok) return terms.error
      const verification = verifyBehaviour(await inTurns(appendInSteps(startSession(), read.value.batch), deps.yieldTurn), {
        ephemeral: isEphemeral(c),
      })
      const token = await trustToken(verification, terms.value, deps)
      await noteUsage(c, caller, verification.verdict, deps)
      return c.json({ ...verification, request_id: c.get('requestId'), ...token })
    },
  })
  return { path: '/api/verify-bot', POST }
}
