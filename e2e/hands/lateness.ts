/** How much later than planned the events of a visit came, in ms. */
export interface Lateness {
  readonly max: number
  readonly p95: number
}

/**
 * Above this the machine was too busy to be a person on: hands do not halt because a processor is taken. In ms. Recorded dwells are
 * 50 ms and more, moves follow each other every 8 to 20 ms: input within these bounds keeps its rhythm.
 */
const LATE: Lateness = { max: 60, p95: 12 }

export function latenessOf(late: readonly number[]): Lateness {
  const sorted = [...late].sort((a, b) => a - b)
  return { max: sorted.at(-1) ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

/** Whether a replay was true to its recording. A matter of the machine alone: the outcome plays no part. */
export const isTrue = ({ max, p95 }: Lateness): boolean => max <= LATE.max && p95 <= LATE.p95
