import { z } from 'zod'
import type { RequestAnswer } from '../../core/requests/request-answer.js'
import { type BatchFault, scoreBatch } from '../../core/requests/score-batch.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { RequestsSurfaceDeps } from './deps.js'
import { itemError, requestScore } from './schemas.js'

const MOST_ITEMS = 500
const MOST_BYTES = 2_097_152
/** Some 3 ms of work; between two slices other requests have their turn. */
const SLICE = 25

const item = z.unknown().meta({ description: 'What `POST /score` takes. One that cannot be read has its error in its place.' })

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function scoreAll(
  items: readonly unknown[],
  projectId: string,
  { score, description }: RequestsSurfaceDeps,
): Promise<(RequestAnswer | BatchFault)[]> {
  const answers: (RequestAnswer | BatchFault)[] = []
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await othersTurn()
    const slice = scoreBatch(items.slice(from, from + SLICE), description, (http) => score(projectId, http))
    if (slice.ok) answers.push(...(await Promise.all(slice.value)))
  }
  return answers
}

/** NBP-10. */
export function batchScoreEndpoint(deps: RequestsSurfaceDeps): Endpoint {
  const POST = operation({
    id: 'batchScore',
    summary: 'Scores up to 500 requests; as many answers, in the same order. Counts as many requests as it holds.',
    security: 'afk',
    limit: 'requests',
    most: MOST_BYTES,
    body: z.array(item).max(MOST_ITEMS),
    cost: ({ body }) => body.length,
    responses: {
      200: { description: 'A score or an error for each.', schema: z.array(z.union([requestScore, itemError])) },
    },
    examples: [
      { summary: 'one good and one that is wrong', body: [{ useragent: 'curl/8.5.0' }, { ip: 'nowhere' }], status: 200 },
      { summary: 'no list', body: { useragent: 'curl/8.5.0' }, status: 400 },
    ],
    handle: async (c, { body, caller }) => c.json(await scoreAll(body, caller.projectId, deps)),
  })
  return { path: '/batch_score', POST }
}
