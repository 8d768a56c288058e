import type { Share } from '../../../../shared/units.js'
import { shown } from '../evidence/scale.js'
import type { SignalReport, SignalStatus } from './signal.js'

/** A signal that was read: NaN where it is missing. */
export interface ReadSignal {
  readonly name: string
  readonly weight: Share
  readonly score: number
}

const isThere = ({ score }: ReadSignal): boolean => !Number.isNaN(score)

/** LAB-22, on scores that are not rounded. For both kinds of signals: a verification signal "passes" as a bot's. */
function statusOf(score: number): SignalStatus {
  if (Number.isNaN(score)) return 'missing'
  if (score >= 70) return 'pass'
  return score >= 50 ? 'marginal' : 'fail'
}

/** @returns each signal by its name: the weight of those that are missing goes to the others, in proportion */
export function reportSignals(signals: readonly ReadSignal[]): Record<string, SignalReport> {
  const there = signals.filter(isThere).reduce((sum, { weight }) => sum + weight, 0)
  return Object.fromEntries(
    signals.map((signal) => {
      const { name, weight, score } = signal
      const report: SignalReport = isThere(signal)
        ? { score: shown(score), weight: Math.round((1e4 * weight) / there) / 1e4, status: statusOf(score) }
        : { score: null, weight: 0, status: 'missing' }
      return [name, report]
    }),
  )
}

/** The mean of those that are there, by their weights; NaN where none is. */
export function meanOf(signals: readonly ReadSignal[]): number {
  const there = signals.filter(isThere)
  const weights = there.reduce((sum, { weight }) => sum + weight, 0)
  return there.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights
}
