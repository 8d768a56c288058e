import type { Costs, Kept, Piece } from './costs.js'
import { DAY, type Demand, peakRate } from './demand.js'

export interface Means {
  /** Processors, one process each. */
  readonly processor: Piece
  /** Steps a second, and bytes, of one primary of Redis. */
  readonly redisSteps: Piece
  readonly redisBytes: Piece
  /** Rows a second, and bytes, of one PostgreSQL. */
  readonly rows: Piece
  readonly databaseBytes: Piece
}

/** What one region needs to serve its own visitors and, where another one is lost, its part of those. */
export interface RegionPlan {
  readonly name: string
  /** Sessions a second, at most, with those of a region that is lost. */
  readonly peak: number
  readonly processes: number
  readonly redisPrimaries: number
  readonly redisBytes: number
  readonly databases: number
  readonly databaseBytes: number
}

export interface Plan {
  readonly regions: readonly RegionPlan[]
  /** Bytes a second on the wire, of all together, at the mean. */
  readonly wire: number
}

const needed = (load: number, { most, fill }: Piece): number => Math.ceil(load / (most * fill))

/** Its own peak, and of the largest other region's its share among those that are left. */
function peakOf(demand: Demand, index: number): number {
  const { regions } = demand
  const own = regions[index]!
  const lost = regions.filter((_, i) => i !== index).map((other) => (peakRate(demand, other) * own.share) / (1 - other.share))
  return peakRate(demand, own) + Math.max(0, ...lost)
}

/** Little's law: what comes in a second, times how long it stays. Over a day and more the mean comes, before that the peak may. */
const held = (list: readonly Kept[], mean: number, peak: number): number =>
  list.reduce((sum, { bytes, life, each }) => sum + bytes * each * life * (life < DAY ? peak : mean), 0)

/** On paper: how much of everything. */
export function planFor(demand: Demand, costs: Costs, means: Means): Plan {
  const regions = demand.regions.map(({ name, share }, index): RegionPlan => {
    const peak = peakOf(demand, index)
    const mean = (demand.sessionsPerDay * share) / DAY
    const [redisBytes, databaseBytes] = [held(costs.inRedis, mean, peak), held(costs.inDatabase, mean, peak)]
    return {
      name,
      peak,
      processes: needed((peak * costs.cpu) / 1000, means.processor),
      redisPrimaries: Math.max(needed(peak * costs.redisSteps, means.redisSteps), needed(redisBytes, means.redisBytes)),
      redisBytes,
      databases: Math.max(needed(peak * costs.rows, means.rows), needed(databaseBytes, means.databaseBytes)),
      databaseBytes,
    }
  })
  return { regions, wire: (demand.sessionsPerDay * costs.wireBytes) / DAY }
}
