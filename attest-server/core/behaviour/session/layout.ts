import { features } from '../../../../shared/features/index.js'
import { measures } from '../measures/index.js'

const sizeOf = (list: readonly { readonly statistic: { readonly size: number } }[]): number =>
  list.reduce((sum, { statistic }) => sum + statistic.size, 0)

/** How many sums a session keeps, of the collector's features and of the measures; and a name that another list has not. */
export const layout = {
  sums: sizeOf(features),
  measured: sizeOf(measures),
  name: `1.${features.length}.${sizeOf(features)}.${measures.length}.${sizeOf(measures)}`,
} as const

/** A vector of sums, cut as the statistics of a list need it. */
export function cutSums(flat: readonly number[], list: readonly { readonly statistic: { readonly size: number } }[]): Float64Array[] {
  let from = 0
  return list.map(({ statistic: { size } }) => {
    from += size
    return Float64Array.from(flat.slice(from - size, from))
  })
}

export const joinSums = (sums: readonly Float64Array[]): number[] => sums.flatMap((one) => [...one])
