import { scoreBehaviour } from '../../core/behaviour/score-behaviour.js'
import { appendInSteps } from '../../core/behaviour/session/append-events.js'
import { inTurns } from '../../core/behaviour/session/in-turns.js'
import { startSession } from '../../core/behaviour/session/session-state.js'
import { allowOrigin } from '../http/cors.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { BehaviourDeps } from './deps.js'
import { noData, noEvents, personEvents, scriptEvents } from './examples.js'
import { isEphemeral, showsKey } from './headers.js'
import { noteUsage } from './note-usage.js'
import { MOST_BYTES, readEvents } from './read-events.js'
import { eventsBody, scoreSchema } from './schemas.js'

/** LAB-20…25. */
export function scoreEndpoint(deps: BehaviourDeps): Endpoint {
  const POST = operation({
    id: 'scoreBehaviour',
    summary: 'Says how human posted events are. Without a key: a demonstration, limited by address.',
    security: 'detlab?',
    limit: 'detection',
    body: eventsBody,
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      200: { description: 'The score and what it is made of.', schema: scoreSchema },
      400: { description: 'No data, no events, or no JSON.' },
      401: { description: 'A key was shown that is not known.' },
    },
    examples: [
      { summary: 'a person who types', body: { events: personEvents }, status: 200 },
      { summary: 'a script', body: { events: scriptEvents, page: '/login' }, status: 200 },
      noData,
      noEvents,
    ],
    async handle(c, { caller }) {
      if (!caller && showsKey(c)) return { code: 'unauthorized' }
      const read = await readEvents(c)
      if (!read.ok) return read.error
      const { signals, ...body } = scoreBehaviour(await inTurns(appendInSteps(startSession(), read.value.batch), deps.yieldTurn))
      if (caller) deps.onScored?.(caller.projectId, body.overall_score)
      if (caller) await noteUsage(c, caller, body.verdict, deps)
      const isPrivate = isEphemeral(c) && body.verdict === 'PASS'
      return allowOrigin(c, c.json({ ...body, ...(!isPrivate && { signals }), request_id: c.get('requestId') }))
    },
  })
  return { path: '/api/score', preflight: true, POST }
}
