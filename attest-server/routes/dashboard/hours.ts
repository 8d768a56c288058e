import { z } from 'zod'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Tally } from '../../dashboard/wire/overview.js'
import type { RollupTotal } from '../../stores/ports.js'

export const HOUR: Seconds = 3600
/** Thirty days, as long as rollups are kept. */
const MOST_HOURS = 720

/** How far back to look. */
export const hoursQuery = (otherwise: number) => z.object({ hours: z.coerce.number().int().min(1).max(MOST_HOURS).default(otherwise) })

/** A day of full hours is some 3 ms of work, thirty days are 80: whoever asks for more may ask less often. */
export const costOfHours = ({ query }: { readonly query: unknown }): number => Math.ceil((query as { readonly hours: number }).hours / 24)

/** So many hours, the running one among them. */
export function spanOf(hours: number, now: EpochSeconds): { readonly from: EpochSeconds; readonly to: EpochSeconds } {
  const to = (Math.floor(now / HOUR) + 1) * HOUR
  return { from: to - hours * HOUR, to }
}

/** Longest lists: what is beyond is nobody's to read. */
const MOST_SHOWN = 50

export const tallyOf = (totals: readonly RollupTotal[], dimension: string): Tally[] =>
  totals
    .filter((one) => one.dimension === dimension)
    .slice(0, MOST_SHOWN)
    .map(({ key, count }) => ({ name: key, count }))
