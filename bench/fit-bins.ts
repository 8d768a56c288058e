import type { Llr } from '../shared/units.js'

/** Readings of one feature from one group: one source of people, or one kind of bot. */
export interface Sample {
  readonly group: string
  readonly label: 'human' | 'bot'
  readonly value: number
}

/** Smaller groups say little about their kind. */
const LEAST_GROUP = 20
/** Every group counts as at most this many readings, so that the largest source does not become the definition of a person. */
const GROUP_WEIGHT = 100
/** Laplace's rule with a pseudo-count of 2 in each bin: no bin is certain because it happened to be empty. */
const PSEUDO_COUNT = 2
/** Rows of one family depend on each other; added up at full weight they would be overconfident. */
const DEPENDENCE = 0.6
/** No single table may reach a challenge (2.2 above the prior) by itself. */
const LARGEST: Llr = 2

const binOf = (value: number, edges: readonly number[]): number => {
  const bin = edges.findIndex((edge) => value < edge)
  return bin < 0 ? edges.length : bin
}

function shares(samples: readonly Sample[], edges: readonly number[]): number[] {
  const groups = new Map<string, number[]>()
  for (const { group, value } of samples) {
    const values = groups.get(group)
    if (values) values.push(value)
    else groups.set(group, [value])
  }
  const counts = new Array<number>(edges.length + 1).fill(PSEUDO_COUNT)
  for (const values of groups.values()) {
    if (values.length < LEAST_GROUP) continue
    const weight = Math.min(GROUP_WEIGHT, values.length) / values.length
    for (const value of values) counts[binOf(value, edges)]! += weight
  }
  const sum = counts.reduce((a, b) => a + b, 0)
  return counts.map((count) => count / sum)
}

/** @returns for each bin the ln ratio of bots to people in it, rounded to 0.1: one more number than there are edges. */
export function fitBins(samples: readonly Sample[], edges: readonly number[]): Llr[] {
  const bots = shares(
    samples.filter(({ label }) => label === 'bot'),
    edges,
  )
  const people = shares(
    samples.filter(({ label }) => label === 'human'),
    edges,
  )
  return bots.map((bot, i) => {
    const llr = DEPENDENCE * Math.log(bot / people[i]!)
    return Math.round(10 * Math.max(-LARGEST, Math.min(LARGEST, llr))) / 10 + 0
  })
}
