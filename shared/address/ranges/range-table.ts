import type { Address, AddressRange } from '../address.js'
import { findStart } from './find-start.js'
import { flatten, type Neighbours, type Stretch } from './flatten.js'

/** What stands for an address, found in some 20 steps however many ranges there are. */
export interface RangeTable<T> {
  readonly find: (address: Address) => T | undefined
  /** What stands for each address of a range; undefined where that differs, or nothing stands for one of them. */
  readonly covering: (range: AddressRange) => T | undefined
  /** Ranges after all that overlapped or met was settled. */
  readonly size: number
  /** In the order of addresses, those of IPv4 first. */
  readonly ranges: () => readonly AddressRange[]
}

export type Stretches = { readonly v4: readonly Stretch<number>[]; readonly v6: readonly Stretch<bigint>[] }

const numbers: Neighbours<number> = { after: (key) => key + 1, before: (key) => key - 1 }
const bigints: Neighbours<bigint> = { after: (key) => key + 1n, before: (key) => key - 1n }
const LOW_HALF = (1n << 64n) - 1n

interface Columns<K> {
  /** Which stretch holds all keys from one to another; −1: none. */
  readonly holding: (from: K, to: K) => number
  readonly from: (index: number) => K
  readonly to: (index: number) => K
  readonly values: Uint32Array
}

/** 12 bytes a range. */
function columns4(stretches: readonly Stretch<number>[]): Columns<number> {
  const flat = flatten(stretches, numbers)
  const from = Uint32Array.from(flat, (stretch) => stretch.from)
  const to = Uint32Array.from(flat, (stretch) => stretch.to)
  const holding = (first: number, last: number) => {
    const index = findStart(from.length, (i) => from[i]! > first)
    return index >= 0 && last <= to[index]! ? index : -1
  }
  return { holding, from: (i) => from[i]!, to: (i) => to[i]!, values: Uint32Array.from(flat, ({ value }) => value) }
}

const split = (keys: readonly bigint[]) => ({
  high: BigUint64Array.from(keys, (key) => key >> 64n),
  low: BigUint64Array.from(keys, (key) => key & LOW_HALF),
})
type Halves = ReturnType<typeof split>

const keyAt = ({ high, low }: Halves, i: number): bigint => (high[i]! << 64n) | low[i]!

/** 36 bytes a range. */
function columns6(stretches: readonly Stretch<bigint>[]): Columns<bigint> {
  const flat = flatten(stretches, bigints)
  const from = split(flat.map((stretch) => stretch.from))
  const to = split(flat.map((stretch) => stretch.to))
  const holding = (first: bigint, last: bigint) => {
    const high = first >> 64n
    const low = first & LOW_HALF
    const index = findStart(from.high.length, (i) => from.high[i]! > high || (from.high[i] === high && from.low[i]! > low))
    return index >= 0 && last <= keyAt(to, index) ? index : -1
  }
  return { holding, from: (i) => keyAt(from, i), to: (i) => keyAt(to, i), values: Uint32Array.from(flat, ({ value }) => value) }
}

/** @param values what the stretches' numbers stand for */
export function createRangeTable<T>({ v4, v6 }: Stretches, values: readonly T[]): RangeTable<T> {
  const fours = columns4(v4)
  const sixes = columns6(v6)
  const valueAt = ({ values: indexes }: { readonly values: Uint32Array }, at: number) => (at < 0 ? undefined : values[indexes[at]!])
  return {
    find: (address) =>
      address.version === 4
        ? valueAt(fours, fours.holding(address.value, address.value))
        : valueAt(sixes, sixes.holding(address.value, address.value)),
    covering: (range) =>
      range.version === 4 ? valueAt(fours, fours.holding(range.from, range.to)) : valueAt(sixes, sixes.holding(range.from, range.to)),
    size: fours.values.length + sixes.values.length,
    ranges: () => [
      ...Array.from(fours.values, (_, i) => ({ version: 4, from: fours.from(i), to: fours.to(i) }) as const),
      ...Array.from(sixes.values, (_, i) => ({ version: 6, from: sixes.from(i), to: sixes.to(i) }) as const),
    ],
  }
}
