import type { Figures } from './figures.js'

/** What a figure should come to. */
export interface Bar {
  readonly says: string
  readonly better: 'higher' | 'lower'
  /** Left out: only held where it is. */
  readonly bar?: number
  readonly stretch?: number
  /** By how much it may be worse than last time: what another draw of the same people could do. */
  readonly tolerance: number
}

export type Bars = Readonly<Record<string, Bar>>

export interface Checked extends Bar {
  readonly name: string
  readonly value: number
  /** Of the last report, where it had the figure. */
  readonly last: number | undefined
  /** Falls short of its bar. */
  readonly short: boolean
  /** Worse than last time by more than the tolerance, or short of a bar that it met last time. */
  readonly worse: boolean
}

/**
 * Holds figures against their bars and against the last report. A bar never met is told and no regression: it is a goal, and a check
 * that always fails is read by nobody.
 */
export function checkFigures(figures: Figures, bars: Bars, last: Figures): Checked[] {
  return Object.entries(bars).flatMap(([name, bar]) => {
    const value = figures[name]
    if (value === undefined) return []
    const sign = bar.better === 'higher' ? 1 : -1
    const before = last[name]
    const misses = (one: number) => bar.bar !== undefined && sign * (one - bar.bar) < 0
    const worse = before !== undefined && (sign * (value - before) < -bar.tolerance - 1e-9 || (misses(value) && !misses(before)))
    return [{ ...bar, name, value, last: before, short: misses(value), worse }]
  })
}
