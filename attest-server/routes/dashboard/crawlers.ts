import { dimensions } from '../../core/dashboard/count-visit.js'
import type { Tally } from '../../dashboard/wire/overview.js'
import type { CrawlersSeen, Visitor } from '../../dashboard/wire/visitors.js'
import { projectOperation } from '../control/project-operation.js'
import { timestamp } from '../control/timestamp.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'
import { costOfHours, hoursQuery, spanOf, tallyOf } from './hours.js'

const WEEK = 168

/** `crawler google`, as it was counted. */
function visitorOf({ name, count }: Tally): Visitor {
  const [by, ...rest] = name.split(' ')
  return { by: by === 'agent' ? 'agent' : 'crawler', name: rest.join(' ') || name, count }
}

/** `GET …/crawlers` */
export function crawlersEndpoint(deps: DashboardDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'crawlersSeen',
    summary: 'Crawlers and agents that came, by whether they proved who they are.',
    query: hoursQuery(WEEK),
    cost: costOfHours,
    responses: { 200: { description: 'Who came.' } },
    async handle(c, { id }, { query }) {
      const { from, to } = spanOf(query.hours, deps.clock())
      const [totals, { allowVerified }] = await Promise.all([
        deps.rollups.totals(id, [dimensions.verified, dimensions.impostor], from, to),
        deps.settings.of(id),
      ])
      const seen: CrawlersSeen = {
        from: timestamp(from),
        to: timestamp(to),
        allowVerified,
        verified: tallyOf(totals, dimensions.verified).map(visitorOf),
        impostors: tallyOf(totals, dimensions.impostor),
        known: deps.crawlers,
      }
      return c.json(seen)
    },
  })
  return { path: '/projects/:project/crawlers', GET }
}
