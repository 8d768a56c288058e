import type { Seconds } from '../../shared/units.js'
import { isChallenged, type Judged } from './judge.js'
import { botsOf, groupBy, peopleOf, posteriorsOf, scoresOf, shareOf } from './select-visits.js'
import { auc } from './statistics/auc.js'
import { calibrationOf } from './statistics/calibration.js'
import { tprAt } from './statistics/tpr-at.js'

/** A line of the JSON that others read; docs/evaluation/README.md says what each number means and when it is null. */
export interface Row {
  readonly source: string
  readonly label: 'human' | 'bot' | 'all'
  readonly kind: string
  readonly device: string
  /** Visits that last at least this long, judged whole. */
  readonly minSeconds: Seconds
  readonly n: number
  readonly auc: number | null
  readonly tpr01: number | null
  readonly tpr1: number | null
  readonly fpr: number | null
  readonly ece: number | null
  readonly challengedShare: number | null
  readonly blockedShare: number | null
}

/** What visits must last at least, for the rows over all sources. */
const MIN_SECONDS: readonly Seconds[] = [0, 2, 5, 10, 30]

/** Four decimals; null for what is not defined. */
const rounded = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null)

type Separation = Pick<Row, 'auc' | 'tpr01' | 'tpr1' | 'fpr' | 'ece' | 'challengedShare' | 'blockedShare'>

/** How far `bots` lie above `people`, and what was decided about `these`. */
function separate(these: readonly Judged[], bots: readonly Judged[], people: readonly Judged[]): Separation {
  const [above, below] = [scoresOf(bots), scoresOf(people)]
  return {
    auc: rounded(auc(above, below)),
    tpr01: rounded(tprAt(0.001, above, below)),
    tpr1: rounded(tprAt(0.01, above, below)),
    fpr: rounded(shareOf(people, ({ whole }) => isChallenged(whole))),
    ece: null,
    challengedShare: rounded(shareOf(these, ({ whole }) => isChallenged(whole))),
    blockedShare: rounded(shareOf(these, ({ whole }) => whole.action === 'block')),
  }
}

/** @param prior of the card, in ln odds */
function allRow(mouse: readonly Judged[], minSeconds: Seconds, prior: number): Row {
  const visits = mouse.filter(({ duration }) => duration >= 1000 * minSeconds)
  const [bots, people] = [botsOf(visits), peopleOf(visits)]
  const { ece } = calibrationOf(posteriorsOf(bots), posteriorsOf(people), prior)
  const about = { source: 'all', label: 'all', kind: 'all', device: 'mouse', minSeconds, n: visits.length } as const
  return { ...about, ...separate(visits, bots, people), ece: rounded(ece) }
}

/** One kind of one source: people against all bots of the device, bots against all its people. */
function groupRow(group: readonly Judged[], all: readonly Judged[]): Row {
  const { source, label, kind, device } = group[0]!
  const others = all.filter((visit) => visit.device === device && visit.label !== label)
  const about = { source, label, kind, device, minSeconds: 0, n: group.length }
  return label === 'bot'
    ? { ...about, ...separate(group, group, others), fpr: null }
    : { ...about, ...separate(group, others, group), tpr01: null, tpr1: null }
}

/**
 * @param prior of the card, in ln odds
 * @returns the rows over all mouse visits, then one for each source, label, kind and device
 */
export function rowsOf(visits: readonly Judged[], prior: number): Row[] {
  const mouse = visits.filter(({ device }) => device === 'mouse')
  const groups = groupBy(visits, ({ source, label, kind, device }) => [source, label, kind, device].join('\n'))
  return [...MIN_SECONDS.map((least) => allRow(mouse, least, prior)), ...[...groups.values()].map((group) => groupRow(group, visits))]
}
