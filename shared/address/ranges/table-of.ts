import type { AddressRange } from '../address.js'
import type { Stretch } from './flatten.js'
import { createRangeTable, type RangeTable } from './range-table.js'

/** A table of ranges that are few enough to be listed. Each value is one for all of its ranges, by identity. */
export function tableOf<T>(entries: readonly { readonly range: AddressRange; readonly value: T }[]): RangeTable<T> {
  const values = [...new Set(entries.map(({ value }) => value))]
  const v4: Stretch<number>[] = []
  const v6: Stretch<bigint>[] = []
  const indexes = new Map(values.map((value, i) => [value, i]))
  for (const { range, value } of entries) {
    const index = indexes.get(value) as number
    if (range.version === 4) v4.push({ from: range.from, to: range.to, value: index })
    else v6.push({ from: range.from, to: range.to, value: index })
  }
  return createRangeTable({ v4, v6 }, values)
}
