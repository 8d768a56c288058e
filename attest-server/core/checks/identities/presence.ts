import type { FeatureId } from '../../../../shared/features/index.js'
import type { Tally } from '../../../../shared/features/reading/tally.js'
import type { Identity } from './summary.js'

/** They measure the same gestures, and wait for as many: one is there when the others are. */
const together: readonly (readonly FeatureId[])[] = [
  ['input.movement-path-efficiency', 'input.movement-bow', 'input.movement-lateral-deviation', 'input.movement-approach'],
  ['input.movement-straight-share', 'input.movement-chord-crossings', 'input.movement-overshoot'],
  ['input.strokes', 'input.movement-curvature', 'input.movement-smoothness', 'input.movement-speed-variation'],
  ['input.movement-speed-entropy', 'input.movement-step-entropy'],
  ['input.movement-glide-variation', 'input.movement-glide-entropy', 'input.movement-glide-peaks'],
  ['input.movement-glide-change', 'input.movement-glide-straight'],
  ['input.press-dwell', 'input.press-unfocused'],
  ['input.input-keyless', 'input.input-bulk'],
]

/** The first measures some of the gestures that the second does, and waits for no fewer: it is not there alone. */
const leading: readonly (readonly [there: FeatureId, then: FeatureId])[] = [
  ['input.movement-curve-residual', 'input.movement-path-efficiency'],
  ['input.movement-repetition', 'input.movement-path-efficiency'],
  ['input.movement-straight-share', 'input.movement-repetition'],
  ['input.movement-duration-spread', 'input.movement-straight-share'],
  ['input.movement-scaling', 'input.movement-duration-spread'],
  ['input.movement-peak-spread', 'input.movement-peak-position'],
  ['input.movement-peak-position', 'input.strokes'],
  ['input.movement-jerk', 'input.strokes'],
  ['input.movement-tremor', 'input.strokes'],
  ['input.movement-power-law', 'input.strokes'],
  ['input.movement-sample-entropy', 'input.strokes'],
  ['input.movement-speed-peaks', 'input.strokes'],
  ['input.movement-acceleration-asymmetry', 'input.strokes'],
  ['input.movement-turn-entropy', 'input.movement-step-entropy'],
  ['input.movement-speed-autocorrelation', 'input.movement-turn-entropy'],
  ['input.movement-step-entropy', 'input.movement-interval-variation'],
  ['input.movement-glide-variation', 'input.glides'],
  ['input.movement-glide-change', 'input.glides'],
  ['input.press-landing', 'input.press-hover'],
  ['input.press-hover-spread', 'input.press-hover'],
  ['input.press-dwell-spread', 'input.press-dwell'],
  ['input.key-dwell-spread', 'input.key-dwell'],
  ['input.key-interval-spread', 'input.key-interval'],
  ['input.key-interval-log-spread', 'input.key-interval-spread'],
  ['input.key-rollover', 'input.key-interval-spread'],
  ['input.touch-dwell', 'input.touch-hardwareless'],
  ['input.touch-centred', 'input.touch-hardwareless'],
]

/** They are there exactly from so many of a count on, which another feature is or the tally has. */
const fromCount: readonly (readonly [FeatureId, least: number, of: 'input.strokes' | 'input.glides'])[] = [
  ['input.movement-peak-position', 3, 'input.strokes'],
  ['input.movement-peak-spread', 5, 'input.strokes'],
  ['input.movement-glide-entropy', 12, 'input.glides'],
]
const always: readonly (readonly [FeatureId, keyof Tally])[] = [
  ['input.submit-handless', 'submits'],
  ['input.scroll-handless', 'scrolls'],
]

const leads = (there: FeatureId, then: FeatureId): Identity => ({
  name: `${then} is there with ${there}`,
  holds: ({ value, knows }) => value(there) === undefined || value(then) !== undefined || !knows(then),
})

/** What is there, or not, because of what else is. */
export const presence: readonly Identity[] = [
  ...together.flatMap((ids) => ids.map((id, i) => leads(id, ids[(i + 1) % ids.length]!))),
  ...leading.map(([there, then]) => leads(there, then)),
  ...fromCount.map(
    ([id, least, of]): Identity => ({
      name: `${id} is there from ${least} of ${of}`,
      holds: ({ value, knows }) => !knows(id) || !knows(of) || (value(id) !== undefined) === (value(of) ?? 0) >= least,
    }),
  ),
  ...always.map(
    ([id, count]): Identity => ({
      name: `${id} is there with ${count}`,
      holds: ({ value, knows, tally }) => !knows(id) || (value(id) !== undefined) === tally[count] > 0,
    }),
  ),
]
