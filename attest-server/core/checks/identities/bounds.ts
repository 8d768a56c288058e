import type { FeatureId } from '../../../../shared/features/index.js'
import { onScale } from '../../../../shared/scale.js'
import type { Ms } from '../../../../shared/units.js'
import { featureOf } from './feature-of.js'
import { actionsIn, runsIn } from './shares.js'
import type { Identity, Summary } from './summary.js'

/** A quantile is good to 3 % of itself (`quantile.ts`), and a step of the wire is at most 0.4 %. */
const SLACK = 1.035
/** What a quantile takes for 0, and half a step of a share on the wire. */
const ZERO = 0.001
const HALF_STEP = 1 / 8160

/** How far deviations of `n` numbers (n − 1 in the divisor) that all lie within a width can reach: half at either end. */
const widest = (width: number, n: number): number => (width / 2) * Math.sqrt(n / (n - 1))

/** The numbers of each of these lie within a width. */
const spreads: readonly (readonly [FeatureId, width: number, least: number])[] = [
  ['input.press-dwell-spread', 500, 4],
  ['input.key-dwell-spread', 500, 8],
  ['input.key-interval-spread', 1500, 8],
  ['input.key-interval-log-spread', Math.log(150), 10],
  ['input.movement-pause-spread', Math.log(10_000 / 150), 6],
  ['input.movement-peak-spread', 1, 5],
]

const atMost = (id: FeatureId, name: string, most: (summary: Summary) => number | undefined): Identity => {
  const { range } = featureOf(id)
  return {
    name: `${id} ${name}`,
    holds(summary) {
      const value = summary.value(id)
      const bound = value === undefined ? undefined : most(summary)
      return bound === undefined || value! <= onScale(Math.min(range[1], bound), range)
    },
  }
}

/** A median's way, as a multiple of the distance that it led, at most; undefined where it is not known. */
function wayOf({ value }: Summary): number | undefined {
  const efficiency = value('input.movement-path-efficiency')
  if (efficiency === undefined) return undefined
  return 1 + SLACK * (1 / Math.max(HALF_STEP, efficiency - HALF_STEP) - 1) + ZERO
}

/**
 * What leaves the straight line makes the way longer: of a path as long as `way` times its chord, no point is further from it. So for
 * each path, and so for the medians of all of them: the relation is monotone.
 */
const bulgeOf = (way: number): number => Math.sqrt(way * way - 1) / 2

const withinWay = (id: FeatureId, name: string, most: (way: number) => number): Identity =>
  atMost(id, name, (summary) => {
    const way = wayOf(summary)
    return way === undefined ? undefined : SLACK * most(way) + ZERO
  })

/** More than a page's start, and a tab that hung: events may have waited for so long. */
const BACKLOG: Ms = 60_000
/** Clocks that count events and clocks that count time may differ by this. */
const DRIFT = 1.02
/** Waits that do not overlap, and how many of them are at least as long as their median. */
const waits: readonly (readonly [FeatureId, count: number])[] = [
  ['input.key-interval', 4],
  ['input.press-hover', 2],
]
export const inTime = ({ elapsed }: { readonly elapsed: Ms }): Ms => DRIFT * elapsed + BACKLOG

/** The eighth of a second in which the mouse moves on. */
const FRAME: Ms = 125

const entropyOf = (count: number, bins: number): number => Math.log(Math.min(count, bins)) / Math.log(bins)

/** One more than another cannot be, or longer than the time that there was. */
export const bounds: readonly Identity[] = [
  ...spreads.map(([id, width, least]) => atMost(id, 'is the spread of numbers within their bounds', () => widest(width, least))),
  withinWay('input.movement-lateral-deviation', 'is on a way that long', bulgeOf),
  withinWay('input.movement-curve-residual', 'is on a way that long', bulgeOf),
  withinWay('input.movement-bow', 'is on a way that long', (way) => way * bulgeOf(way)),
  // Most paths are within a pixel of a line of at least 80.
  atMost('input.movement-lateral-deviation', 'is that of mostly straight paths', ({ value }) =>
    (value('input.movement-straight-share') ?? 0) > 0.5 ? SLACK / 80 : undefined,
  ),
  // Bhatia and Davis, 2000: of numbers from 0 to 1, the mean says how far they spread at most.
  atMost('input.movement-peak-spread', 'is possible with the mean', ({ value, count }) => {
    const [mean, n] = [value('input.movement-peak-position'), count('input.strokes')]
    return mean === undefined || n === undefined ? undefined : Math.sqrt((mean * (1 - mean) * n) / (n - 1)) + 2 * HALF_STEP
  }),
  atMost('input.movement-glide-entropy', 'is of so many glides', ({ count }) => entropyOf(count('input.glides') ?? Infinity, 20)),
  // The coefficient of variation of n numbers, none of them negative, is √n where all but one are 0.
  atMost('input.movement-glide-variation', 'is of so many glides', ({ count }) => Math.sqrt(count('input.glides') ?? Infinity)),
  // No two peaks are neighbours, and none is first or last.
  atMost('input.movement-glide-peaks', 'leaves room between peaks', ({ count }) => {
    const n = count('input.glides')
    return n === undefined || n > 255 ? 0.5 : Math.floor((n - 1) / 2) / n
  }),
  atMost('input.strokes', 'have their moves', ({ tally }) => runsIn(tally)),
  atMost('input.glides', 'have their moves', ({ tally }) => tally.moves - 1),
  // A frame ends one, and so does what stops the hand.
  atMost('input.glides', 'have their time', ({ tally }) => inTime(tally) / FRAME + tally.presses + tally.releases + tally.hides),
  ...waits.map(([id, count]) => atMost(id, 'is in its time', ({ tally }) => (SLACK * inTime(tally)) / count)),
  atMost('input.wheel-burst', 'has its notches', ({ tally }) => tally.wheels / 2),
  atMost('input.wheel-scrolls', 'has its scrolls', ({ tally }) => tally.scrolls / 3),
  {
    name: 'actions have their events',
    holds: ({ value, tally }) => value('input.action-gap-spread') === undefined || actionsIn(tally) >= 5,
  },
  {
    name: 'a desk has a mouse',
    holds: ({ value, tally }) => value('input.input-keyless') === undefined || tally.moves + tally.presses >= 1,
  },
]
