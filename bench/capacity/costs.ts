import type { Ms, Seconds, Share } from '../../shared/units.js'

/** Something that is kept of a session, in one row or key. */
export interface Kept {
  readonly bytes: number
  readonly life: Seconds
  /** How many of it a session leaves: a share, where not each does. */
  readonly each: number
}

/** What one session costs. Where each figure is from, `docs/capacity.md` says. */
export interface Costs {
  /** Processor time of the server: for the challenge, and for all requests of the evidence. */
  readonly cpu: Ms
  /** Steps in Redis. */
  readonly redisSteps: number
  readonly inRedis: readonly Kept[]
  /** Rows that are written to PostgreSQL. */
  readonly rows: number
  readonly inDatabase: readonly Kept[]
  /** On the wire, both ways, without scripts: these come from a cache. */
  readonly wireBytes: number
}

/** Something that is bought in pieces. */
export interface Piece {
  /** What one can do, or hold. */
  readonly most: number
  /** How much of that is used at the busiest moment; the rest is for what nobody foresaw. */
  readonly fill: Share
}
