import { identities } from '../../../attest-server/core/checks/identities/index.js'
import { summaryOf } from '../../../attest-server/core/checks/identities/summary.js'
import { quantileIds, quantilesOf } from '../../../attest-server/core/checks/identities/values.js'
import { countMarks, marksOf } from '../../../attest-server/core/sketches/marks.js'
import { type FeatureId, features } from '../../../shared/features/index.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import { traceFeatures } from '../../../shared/trace/trace-features.js'
import type { Chooser } from '../../hands/chooser.js'
import { llrOf, type Readings } from './summary.js'

/** The name of an identity that does not hold. They are published like all of our source, so that a forger asks them before the server does. */
function brokenIn(readings: Readings, tally: Tally): string | undefined {
  const all = new Map(features.map(({ id }) => [id as FeatureId, readings.get(id) ?? unsupported]))
  const summary = summaryOf(all, tally)
  return identities.find((identity) => !identity.holds(summary))?.name
}

/** What slices that are shown tell of: whoever can show theirs leaves it as it is. */
export const followed: ReadonlySet<FeatureId> = new Set(traceFeatures.map(({ id }) => id))

const isSeen = (readings: Readings, id: FeatureId): boolean => readings.get(id)?.state === 'ok'
const quantiles: ReadonlyMap<string, readonly number[]> = new Map(quantileIds.map((id) => [id, [...quantilesOf(id)]]))
/** Of few answers there are few shares. 0: any value. */
const AMONG = [1, 2, 3, 5, 14, 0] as const

/** Another value for one reading, or none: such as its arithmetic may give. */
function changeOf(readings: Readings, { between, pick }: Chooser, kept: ReadonlySet<string>): readonly [FeatureId, Observation<number>] {
  const { id, range } = pick(features.filter((one) => isSeen(readings, one.id) && !kept.has(one.id)))
  if (between(0, 1) < 0.2) return [id, unsupported]
  const values = quantiles.get(id)
  if (values) return [id, seen(pick(values))]
  // Most ranges are far wider than what is usual: small values are tried as often as large ones.
  const value = range[0] + (range[1] - range[0]) * between(0, 1) ** pick([1, 3, 6])
  const among = pick(AMONG)
  return [id, seen(onScale(among === 0 ? value : Math.min(range[1], Math.max(range[0], Math.round(value * among) / among)), range))]
}

/** How often it draws for each change: most that a forger thinks of no visit can have. */
const DRAWS = 30

/** @param kept what stays as it is @returns readings of which so many are others, and which no identity gives away. */
export function vary(readings: Readings, tally: Tally, chooser: Chooser, changes: number, kept: ReadonlySet<string> = new Set()): Readings {
  let [varied, left] = [readings, changes]
  for (let draw = 0; draw < DRAWS * changes && left > 0; draw++) {
    const next = new Map([...varied, changeOf(varied, chooser, kept)])
    if (brokenIn(next, tally) !== undefined) continue
    varied = next
    left--
  }
  return varied
}

/** Without a reading, and without those that are not there without it; undefined where that cannot be. */
function without(readings: Readings, tally: Tally, id: FeatureId): Readings | undefined {
  const less = new Map(readings)
  for (let gone: string | undefined = id; gone !== undefined; ) {
    if (!less.delete(gone as FeatureId)) return undefined
    const broken = brokenIn(less, tally)
    if (broken === undefined) return less
    gone = /^\S+ is there (?:with|from \d+ of) (\S+)$/.exec(broken)?.[1]
  }
  return undefined
}

/** One more, and a summary leaves a sketch by which it is known again. */
const MOST_MARKS = 15

/** What is left of readings that leave no sketch: those without which the card likes it best. */
export function thin(readings: Readings, tally: Tally): Readings {
  let thinned = readings
  while (countMarks(marksOf(thinned)) > MOST_MARKS) {
    const fewer = features.flatMap(({ id }) => without(thinned, tally, id) ?? [])
    const [best] = fewer.sort((a, b) => llrOf(a) - llrOf(b))
    if (!best) throw new Error('nothing more can be left out')
    thinned = best
  }
  return thinned
}
