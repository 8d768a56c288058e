import { type FeatureId, features } from '../../../shared/features/index.js'
import type { Feature } from '../../../shared/features/reading/feature.js'
import type { Observations } from '../../../shared/observation.js'

/** What says little of who moved: shares that are nearly always 0 or 1, choices, counts, and what the device gives. */
const plain: ReadonlySet<string> = new Set<FeatureId>([
  'input.strokes',
  'input.glides',
  'input.pointer-kind',
  'input.sampling',
  'input.clock-step',
  'input.movement-coalescing',
  'input.movement-straight-share',
  'input.movement-repetition',
  'input.movement-overshoot',
  'input.movement-chord-crossings',
  'input.press-teleports',
  'input.press-centred',
  'input.press-pressureless',
  'input.press-fractional',
  'input.press-scrolled',
  'input.press-unfocused',
  'input.key-shiftless',
  'input.key-shift-unflagged',
  'input.key-charless',
  'input.key-split',
  'input.key-rollover',
  'input.input-keyless',
  'input.input-bulk',
  'input.input-corrections',
  'input.wheel-scrolls',
  'input.wheel-inconsistent',
  'input.wheel-synthesized',
  'input.wheel-burst',
  'input.wheel-reversals',
  'input.scroll-handless',
  'input.submit-handless',
  'input.click-untrusted',
  'input.touch-hardwareless',
  'input.touch-centred',
  'input.still-gaps',
])

const list: readonly Feature[] = features
/** What differs from one visit to the next, in the order of the wire. Append only, like that: what is kept is read by position. */
export const marking: readonly Feature[] = list.filter(({ id }) => !plain.has(id))

/** Values as likeness sees them: NaN where there is none. Wide ranges by ratio, shares by difference; those within 1 of each other are nearly the same. */
export type Marks = Float64Array

/** Of a ratio (its ln), and of a share, so much is 1: about one bin of a quantile. Decision 34 says what other limits gave. */
const RATIO = 0.06
const SHARE = 0.024

/** Below this part of its range a wide value is next to nothing, and its ratios are noise. */
const FLOOR = 1e-4

/** A value as a mark. */
export function markOf({ range: [min, max] }: Feature, value: number): number {
  if (max - min <= 2) return value / SHARE
  return Math.log(value - min + FLOOR * Math.min(100, max - min)) / RATIO
}

/** The marks of what was seen. */
export const marksOf = (observations: Observations): Marks =>
  new Float64Array(
    marking.map((feature) => {
      const observation = observations.get(feature.id)
      return observation?.state === 'ok' ? markOf(feature, Number(observation.value)) : Number.NaN
    }),
  )

/** How many values there are. */
export const countMarks = (marks: Marks): number => marks.reduce((count, mark) => count + Number(!Number.isNaN(mark)), 0)

/** Fewer values are soon alike by chance. */
export const LEAST_MARKS = 16
