import type { Seconds } from '../../shared/units.js'
import type { Costs } from './costs.js'
import { DAY, type Demand, type Region, rateOf } from './demand.js'
import type { Plan } from './plan.js'

interface Spell {
  readonly region: string
  readonly from: Seconds
  readonly for: Seconds
}

/** What goes wrong on that day. */
export interface Mishaps {
  /** A region that is away: its visitors go where the others are, by what these have. */
  readonly lost: Spell
  /** So many times as many as else. */
  readonly crowd: Spell & { readonly times: number }
}

export interface RegionDay {
  readonly name: string
  /** The largest share of its processors that was asked for in a second; above 1 requests wait, and then are refused. */
  readonly busiest: number
  /** Seconds in which it was asked for more than it has. */
  readonly overloaded: Seconds
}

const isDuring = (at: Seconds, spell: Spell): boolean => (at - spell.from + DAY) % DAY < spell.for

/**
 * A day of all regions, second by second: sessions come by the hour, by chance, in crowds, and from a region that is lost.
 * @param normal a standard normal: sessions of a second are many, so that Poisson's is one
 */
export function simulateDay(
  demand: Demand,
  plan: Plan,
  costs: Costs,
  { lost, crowd }: Mishaps,
  normal: () => number,
): readonly RegionDay[] {
  const processes = new Map(plan.regions.map((region) => [region.name, region.processes]))
  const days = demand.regions.map(({ name }) => ({ name, busiest: 0, overloaded: 0 }))
  const sessionsAt = (region: Region, at: Seconds): number => {
    const rate = rateOf(demand, region, at) * (region.name === crowd.region && isDuring(at, crowd) ? crowd.times : 1)
    return Math.max(0, rate + Math.sqrt(rate) * normal())
  }
  for (let at = 0; at < DAY; at++) {
    const isAway = ({ name }: { readonly name: string }) => name === lost.region && isDuring(at, lost)
    const sessions = new Map(demand.regions.map((region) => [region.name, sessionsAt(region, at)]))
    const there = days.filter((day) => !isAway(day))
    const all = there.reduce((sum, { name }) => sum + processes.get(name)!, 0)
    const homeless = there.length < days.length ? sessions.get(lost.region)! : 0
    for (const day of there) {
      const own = processes.get(day.name)!
      const busy = ((sessions.get(day.name)! + (homeless * own) / all) * costs.cpu) / 1000 / own
      day.busiest = Math.max(day.busiest, busy)
      day.overloaded += Number(busy > 1)
    }
  }
  return days
}
