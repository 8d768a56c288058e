import type { FigureName } from './figure-names.js'
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

export type Bars = Readonly<Partial<Record<FigureName, Bar>>>

export interface Checked extends Bar {
  readonly name: string
  /** Undefined where it is missing: the visits do not allow it any more, or nobody computes it. */
  readonly value: number | undefined
  /** Of the last report, where it had the figure. */
  readonly last: number | undefined
  /** Falls short of its bar. */
  readonly short: boolean
  /** Missing, worse than last time by more than the tolerance, or short of a bar that it met last time. */
  readonly worse: boolean
}

function check(name: string, bar: Bar, value: number | undefined, last: number | undefined): Checked {
  const sign = bar.better === 'higher' ? 1 : -1
  const misses = (one: number) => bar.bar !== undefined && sign * (one - bar.bar) < 0
  if (value === undefined || Number.isNaN(value)) return { ...bar, name, value: undefined, last, short: false, worse: true }
  const worse = last !== undefined && (sign * (value - last) < -bar.tolerance - 1e-9 || (misses(value) && !misses(last)))
  return { ...bar, name, value, last, short: misses(value), worse }
}

/**
 * Holds figures against their bars and against the last report. A bar never met is told and no regression: it is a goal, and a check
 * that always fails is read by nobody. A figure that has a bar or stood in the last report, and is missing, is one.
 *
 * @param last as it was written, with names that there may be no more
 */
export function checkFigures(figures: Figures, bars: Bars, last: Readonly<Record<string, number>>): Checked[] {
  const held = Object.entries(bars).map(([name, bar]) => check(name, bar, figures[name as FigureName], last[name]))
  const dropped = Object.keys(last).filter((name) => !Object.hasOwn(bars, name))
  return [...held, ...dropped.map((name) => check(name, { says: name, better: 'higher', tolerance: 0 }, undefined, last[name]))]
}
