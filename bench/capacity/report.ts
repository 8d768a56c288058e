import { startRandom } from '../lib/start-random.js'
import { type Plan, planFor } from './plan.js'
import { type RegionDay, simulateDay } from './simulate-day.js'
import { simulateWaits } from './simulate-waits.js'
import { costs, demand, means, measured, mishaps } from './what-if.js'

const { challenge, posts } = measured
/** Of the session's time, what each of its requests takes. */
const PARTS = [challenge, posts / 2, posts / 2].map((part) => part / (challenge + posts))
const REQUESTS = 300_000

export interface CapacityReport {
  readonly plan: Plan
  readonly day: readonly RegionDay[]
  /** What 99 of 100 requests wait for at most in the busiest second of that day, in ms. */
  readonly wait: number
}

/** The plan, a bad day of it, and what requests wait on that day; the same each time. */
export function reportCapacity(): CapacityReport {
  const random = startRandom(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const plan = planFor(demand, costs, means)
  const day = simulateDay(demand, plan, costs, mishaps, normal)
  const busiest = Math.max(...day.map(({ busiest }) => busiest))
  const service = () => costs.cpu * PARTS[Math.floor(PARTS.length * random())]!
  const waits = simulateWaits(Math.min(busiest, 0.99), service, costs.cpu / PARTS.length, REQUESTS, random)
  return { plan, day, wait: waits[Math.floor(0.99 * REQUESTS)]! }
}
