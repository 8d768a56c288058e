import type { Address } from '../address/address.js'
import { findStart } from './find-start.js'
import { flatten, type Neighbours, type Stretch } from './flatten.js'

/** What stands for an address, found in some 20 steps however many ranges there are. */
export interface RangeTable<T> {
  readonly find: (address: Address) => T | undefined
  /** Ranges after all that overlapped or met was settled. */
  readonly size: number
}

export type Stretches = { readonly v4: readonly Stretch<number>[]; readonly v6: readonly Stretch<bigint>[] }

const numbers: Neighbours<number> = { after: (key) => key + 1, before: (key) => key - 1 }
const bigints: Neighbours<bigint> = { after: (key) => key + 1n, before: (key) => key - 1n }
const LOW_HALF = (1n << 64n) - 1n

interface Columns<K> {
  readonly find: (key: K) => number | undefined
  readonly size: number
}

/** 12 bytes a range. */
function columns4(stretches: readonly Stretch<number>[]): Columns<number> {
  const flat = flatten(stretches, numbers)
  const from = Uint32Array.from(flat, (stretch) => stretch.from)
  const to = Uint32Array.from(flat, (stretch) => stretch.to)
  const values = Uint32Array.from(flat, ({ value }) => value)
  const find = (key: number) => {
    const index = findStart(from.length, (i) => from[i]! > key)
    return index >= 0 && key <= to[index]! ? values[index] : undefined
  }
  return { find, size: flat.length }
}

const split = (keys: readonly bigint[]) => ({
  high: BigUint64Array.from(keys, (key) => key >> 64n),
  low: BigUint64Array.from(keys, (key) => key & LOW_HALF),
})

/** 36 bytes a range. */
function columns6(stretches: readonly Stretch<bigint>[]): Columns<bigint> {
  const flat = flatten(stretches, bigints)
  const from = split(flat.map((stretch) => stretch.from))
  const to = split(flat.map((stretch) => stretch.to))
  const values = Uint32Array.from(flat, ({ value }) => value)
  const find = (key: bigint) => {
    const high = key >> 64n
    const low = key & LOW_HALF
    const isBehind = (at: typeof from, i: number) => at.high[i]! > high || (at.high[i] === high && at.low[i]! > low)
    const index = findStart(values.length, (i) => isBehind(from, i))
    const reaches = index >= 0 && (isBehind(to, index) || (to.high[index] === high && to.low[index] === low))
    return reaches ? values[index] : undefined
  }
  return { find, size: flat.length }
}

/** @param values what the stretches' numbers stand for */
export function createRangeTable<T>({ v4, v6 }: Stretches, values: readonly T[]): RangeTable<T> {
  const fours = columns4(v4)
  const sixes = columns6(v6)
  const indexOf = (address: Address) => (address.version === 4 ? fours.find(address.value) : sixes.find(address.value))
  const find = (address: Address) => {
    const index = indexOf(address)
    return index === undefined ? undefined : values[index]
  }
  return { find, size: fours.size + sixes.size }
}
