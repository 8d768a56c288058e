import type { Seconds, Share } from '../../shared/units.js'

/** Where visitors are, and when they are awake. */
export interface Region {
  readonly name: string
  /** Of all sessions of a day. */
  readonly share: Share
  /** Of its local time, from UTC. */
  readonly offset: Seconds
}

export interface Demand {
  readonly sessionsPerDay: number
  /** The busiest moment of a region's day over its mean. */
  readonly peak: number
  readonly regions: readonly Region[]
}

export const DAY: Seconds = 86_400
/** When most is going on: nine in the evening. */
const EVENING: Seconds = 21 * 3600

/** A cosine, which is as far below its mean at night as it is above in the evening. @param at of the day, UTC @returns sessions a second */
export function rateOf({ sessionsPerDay, peak }: Demand, { share, offset }: Region, at: Seconds): number {
  const phase = (2 * Math.PI * (at + offset - EVENING)) / DAY
  return ((sessionsPerDay * share) / DAY) * (1 + (peak - 1) * Math.cos(phase))
}

/** Of a region's day. */
export const peakRate = (demand: Demand, { share }: Region): number => ((demand.sessionsPerDay * share) / DAY) * demand.peak
