import type { FeatureId } from '../../../../shared/features/index.js'
import { measured } from '../../../../shared/features/reading/measured.js'
import { featureOf } from './feature-of.js'
import type { Identity } from './summary.js'

/** What a feature reads for each of these, as the collector would send it. */
function valuesOf(id: FeatureId, readings: readonly number[]): ReadonlySet<number> {
  const { range } = featureOf(id)
  return new Set(
    readings.flatMap((reading) => {
      const observation = measured(reading, range)
      return observation.state === 'ok' ? observation.value : []
    }),
  )
}

/** So many numbers that no feature waits for more. */
const PLENTY = 1e6

/** All that a quantile can read: its numbers lie in bins, and a bin has one value. The last sum is how many there are. */
export function quantilesOf(id: FeatureId): ReadonlySet<number> {
  const { statistic } = featureOf(id)
  const bins = statistic.size - 1
  const readings = Array.from({ length: bins }, (_, bin) => {
    const sums = new Float64Array(statistic.size)
    sums[bin] = sums[bins] = PLENTY
    return statistic.read(sums)
  })
  return valuesOf(id, readings)
}

/** All that a choice among a few cases can read. */
function choicesOf(id: FeatureId): ReadonlySet<number> {
  const { statistic } = featureOf(id)
  const readings = Array.from({ length: statistic.size }, (_, which) => {
    const sums = new Float64Array(statistic.size)
    sums[which] = PLENTY
    return statistic.read(sums)
  })
  return valuesOf(id, readings)
}

/** Every feature that is a quantile. */
export const quantileIds = [
  'input.movement-path-efficiency',
  'input.movement-bow',
  'input.movement-lateral-deviation',
  'input.movement-curve-residual',
  'input.movement-approach',
  'input.movement-curvature',
  'input.movement-smoothness',
  'input.movement-speed-variation',
  'input.movement-tremor',
  'input.movement-glide-change',
  'input.press-dwell',
  'input.press-hover',
  'input.press-landing',
  'input.press-throughput',
  'input.key-dwell',
  'input.key-interval',
  'input.touch-dwell',
  'input.sampling',
] as const satisfies readonly FeatureId[]

const choiceIds = ['input.pointer-kind', 'input.clock-step'] as const satisfies readonly FeatureId[]
const countIds = ['input.strokes', 'input.glides'] as const satisfies readonly FeatureId[]

const isOneOf = (id: FeatureId, values: ReadonlySet<number>, name: string): Identity => ({
  name: `${id} ${name}`,
  holds(summary) {
    const value = summary.value(id)
    return value === undefined || values.has(value)
  },
})

const isWhole = (id: FeatureId): Identity => ({
  name: `${id} is a whole number`,
  holds(summary) {
    const value = summary.value(id)
    return value === undefined || (value >= 1 && valuesOf(id, [Math.round(value)]).has(value))
  },
})

/** Of values that the feature's own arithmetic cannot give. No tolerance: the wire's steps are the same function on both sides. */
export const values: readonly Identity[] = [
  ...quantileIds.map((id) => isOneOf(id, quantilesOf(id), 'is a quantile')),
  ...choiceIds.map((id) => isOneOf(id, choicesOf(id), 'is one of its cases')),
  ...countIds.map(isWhole),
]
