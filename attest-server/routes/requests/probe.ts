import type { Context } from 'hono'
import { chooseSubject } from '../../core/requests/choose-subject.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { AppEnv } from '../http/env.js'
import { httpFacts } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { invalid, type RequestsSurfaceDeps } from './deps.js'
import { probeQuery, requestScore } from './schemas.js'

/** Of whoever asks, and no header of a visit. */
const KEY = 'x-api-key'

/** The request that came, as its visitor's browser would have sent it. */
function ownFacts(c: Context<AppEnv>, deps: RequestsSurfaceDeps): HttpFacts {
  const http = httpFacts(c, 'fetch', deps.http)
  const headers = new Map([...http.headers].filter(([name]) => name !== KEY))
  return { ...http, headers, headerNames: http.headerNames?.filter((name) => name.toLowerCase() !== KEY) }
}

/** NBP-01 to NBP-03. */
export function probeEndpoint(deps: RequestsSurfaceDeps): Endpoint {
  const GET = operation({
    id: 'probe',
    summary:
      'Scores the request that comes, or the one that the query describes: with any field of it, nothing of the request itself counts.',
    security: 'afk',
    limit: 'requests',
    query: probeQuery,
    responses: { 200: { description: 'The score.', schema: requestScore } },
    examples: [
      { summary: 'the request itself', status: 200 },
      {
        summary: 'a visitor of yours',
        query: { useragent: 'curl/8.5.0', ip: '203.0.113.9', extra_headers: '{"accept":"*/*"}' },
        status: 200,
      },
      { summary: 'an address that is none', query: { ip: 'nowhere' }, status: 400 },
    ],
    async handle(c, { query, caller }) {
      const subject = chooseSubject(query as Readonly<Record<string, string>>, ownFacts(c, deps), deps.description)
      return subject.ok ? c.json(await deps.score(caller.projectId, subject.value)) : invalid(subject.error, 'query')
    },
  })
  return { path: '/probe', GET }
}
