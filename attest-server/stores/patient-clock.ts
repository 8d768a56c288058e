import type { EpochSeconds, Seconds } from '../../shared/units.js'

/** More than what clocks are corrected by between two looks. */
const TOLERANCE: Seconds = 2
/** Longer than anything lives that is claimed: challenges, verdicts (3600), and the minute that a claim outlives them. */
const DOUBT: Seconds = 3700

/**
 * The time by which things are forgotten. A clock that is set forwards by mistake, and set right again, would have claims forgotten of challenges that are good again. So
 * one that runs ahead of the machine's steady time is believed an hour later: whatever was claimed before is worthless by then in both times.
 * @param steady seconds since any moment; nobody can set it.
 */
export function createPatientClock(clock: () => EpochSeconds, steady: () => Seconds): () => EpochSeconds {
  let offset = clock() - steady()
  let doubtedSince: Seconds | undefined
  return () => {
    const [now, elapsed] = [clock(), steady()]
    const isAhead = now - elapsed - offset > TOLERANCE
    doubtedSince = isAhead ? (doubtedSince ?? elapsed) : undefined
    if (doubtedSince !== undefined && elapsed - doubtedSince < DOUBT) return elapsed + offset
    doubtedSince = undefined
    offset = now - elapsed
    return now
  }
}
