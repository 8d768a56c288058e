import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Rejection } from '../rejection.js'
import type { Dialect, PlainBuild } from './dialect.js'
import { translate } from './translate.js'

/** What builds of the collector are understood. */
export interface Dialects {
  /** Claims as any of them says them, in the wire's plain form. Of what is no object, nothing is made here. */
  read(claims: unknown, now: EpochSeconds): Result<unknown, Rejection>
  /** Whether claims of such a build are understood no more. */
  isRetired(build: string, now: EpochSeconds): boolean
}

/** Every collector speaks plainly: there is one build, and nobody has made another. */
export const plainSpoken: Dialects = { read: ok, isRetired: () => false }

/**
 * The newest build is understood, and each older one until some time after the next was made. A plain one that is not among them is older than all.
 * @param grace how long pages may still hold a build that another has replaced
 */
export function createDialects(builds: readonly (Dialect | PlainBuild)[], grace: Seconds): Dialects {
  const inTime = [...builds].sort((a, b) => a.made - b.made)
  const [first] = inTime
  if (!first) return plainSpoken
  const replaced = (i: number): EpochSeconds => inTime[i]?.made ?? Number.POSITIVE_INFINITY
  const known = new Map(inTime.map((one, i) => [one.build, { one, until: replaced(i + 1) + grace }]))
  const isRetired = (build: string, now: EpochSeconds): boolean => now >= (known.get(build)?.until ?? first.made + grace)
  return {
    isRetired,
    read(claims, now) {
      if (typeof claims !== 'object' || claims === null || !('build' in claims)) return ok(claims)
      const build = String(claims.build)
      if (isRetired(build, now)) return err({ reason: 'build-retired' })
      const found = known.get(build)
      return found && !('isPlain' in found.one) ? translate(claims as Readonly<Record<string, unknown>>, found.one) : ok(claims)
    },
  }
}
