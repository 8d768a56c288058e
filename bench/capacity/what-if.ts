import type { Ms } from '../../shared/units.js'
import type { Costs } from './costs.js'
import { DAY, type Demand } from './demand.js'
import type { Means } from './plan.js'
import type { Mishaps } from './simulate-day.js'

const HOUR = 3600

/** A billion sessions a day, of all the world. */
export const demand: Demand = {
  sessionsPerDay: 1e9,
  peak: 1.8,
  regions: [
    { name: 'Asia', share: 0.42, offset: 7 * HOUR },
    { name: 'Europe and Africa', share: 0.33, offset: HOUR },
    { name: 'Americas', share: 0.25, offset: -6 * HOUR },
  ],
}

/** From `docs/performance.md`, which a test holds them to: a figure that is worse there is to be put here. */
export const measured = {
  /** Processor time of the server on the embedded store. Of a new key, who costs most: it shows slices, and so posts twice. */
  challenge: 0.2,
  posts: 3.9,
  /** So many times of that on PostgreSQL and Redis. */
  shared: 1.32,
} as const

/** The next tenth of a millisecond. */
const roundedUp = (ms: Ms): Ms => Math.ceil(10 * ms) / 10

export const costs: Costs = {
  cpu: roundedUp((measured.challenge + measured.posts) * measured.shared),
  redisSteps: 9,
  inRedis: [
    { bytes: 117, life: 360, each: 2 },
    { bytes: 149, life: 120, each: 1 },
    { bytes: 68, life: HOUR, each: 3 },
    { bytes: 324, life: DAY, each: 0.5 },
  ],
  rows: 2,
  inDatabase: [
    { bytes: 2500, life: DAY, each: 1 },
    { bytes: 2500, life: 30 * DAY, each: 0.03 },
    { bytes: 200, life: 180 * DAY, each: 0.02 },
  ],
  wireBytes: 9000,
}

export const means: Means = {
  processor: { most: 1, fill: 0.6 },
  redisSteps: { most: 33_000, fill: 0.5 },
  redisBytes: { most: 16e9, fill: 0.6 },
  rows: { most: 10_000, fill: 0.5 },
  databaseBytes: { most: 1e12, fill: 0.7 },
}

/** The largest region is gone for the two busiest hours of its day; meanwhile a crowd comes to another. */
export const mishaps: Mishaps = {
  lost: { region: 'Asia', from: 13 * HOUR, for: 2 * HOUR },
  crowd: { region: 'Europe and Africa', from: 14 * HOUR, for: HOUR / 6, times: 1.5 },
}
