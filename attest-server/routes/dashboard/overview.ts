import type { EpochSeconds } from '../../../shared/units.js'
import { dimensions } from '../../core/dashboard/count-visit.js'
import { type Distribution, type Funnel, type HourOfActions, type Overview, surfaces } from '../../dashboard/wire/overview.js'
import type { RollupHour, RollupTotal } from '../../stores/ports.js'
import { projectOperation } from '../control/project-operation.js'
import { timestamp } from '../control/timestamp.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'
import { costOfHours, HOUR, hoursQuery, spanOf, tallyOf } from './hours.js'

const { funnel, action, kind, tell, network, page, score } = dimensions
const counted = [funnel, action, kind, tell, network, page, ...surfaces.map((surface) => score + surface)]

const countOf = (totals: readonly RollupTotal[], dimension: string, key: string): number =>
  totals.find((one) => one.dimension === dimension && one.key === key)?.count ?? 0

function funnelOf(totals: readonly RollupTotal[]): Funnel {
  const passed = (key: string) => countOf(totals, dimensions.funnel, key)
  const decided = (key: string) => countOf(totals, dimensions.action, key)
  return {
    ...{ challenged: passed('challenged'), submitted: passed('submitted'), verified: passed('verified') },
    ...{ allow: decided('allow'), challenge: decided('challenge'), block: decided('block') },
  }
}

function distributionsOf(totals: readonly RollupTotal[]): Distribution[] {
  return surfaces.flatMap((surface) => {
    const own = totals.filter(({ dimension }) => dimension === dimensions.score + surface)
    const scores = Array.from({ length: 100 }, () => 0)
    for (const { key, count } of own) if (scores[Number(key)] !== undefined) scores[Number(key)]! += count
    const total = scores.reduce((sum, count) => sum + count, 0)
    return total === 0 ? [] : [{ surface, total, scores }]
  })
}

function hoursOf(found: readonly RollupHour[], from: EpochSeconds, to: EpochSeconds): HourOfActions[] {
  const counts = new Map(found.map(({ hour, key, count }) => [`${hour} ${key}`, count]))
  return Array.from({ length: (to - from) / HOUR }, (_, i) => {
    const hour = from + i * HOUR
    const of = (action: string) => counts.get(`${hour} ${action}`) ?? 0
    return { at: timestamp(hour), allow: of('allow'), challenge: of('challenge'), block: of('block') }
  })
}

/** `GET …/overview` */
export function overviewEndpoint(deps: DashboardDeps): Endpoint {
  const GET = projectOperation(deps, {
    id: 'overview',
    summary: 'Numbers of the last hours.',
    query: hoursQuery(24),
    cost: costOfHours,
    responses: { 200: { description: 'The overview.' } },
    async handle(c, { id }, { query }) {
      const { from, to } = spanOf(query.hours, deps.clock())
      const [totals, hours] = await Promise.all([
        deps.rollups.totals(id, counted, from, to),
        deps.rollups.hours(id, dimensions.action, from, to),
      ])
      const overview: Overview = {
        from: timestamp(from),
        to: timestamp(to),
        funnel: funnelOf(totals),
        hours: hoursOf(hours, from, to),
        distributions: distributionsOf(totals),
        bots: {
          kinds: tallyOf(totals, dimensions.kind),
          tells: tallyOf(totals, dimensions.tell),
          networks: tallyOf(totals, dimensions.network),
          pages: tallyOf(totals, dimensions.page),
        },
      }
      return c.json(overview)
    },
  })
  return { path: '/projects/:project/overview', GET }
}
