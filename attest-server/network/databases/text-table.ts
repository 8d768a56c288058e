import type { AddressRange } from '../../../shared/address/address.js'
import type { Stretch } from '../../../shared/address/ranges/flatten.js'
import { parseEntry } from './parse-entry.js'
import { flags, type Reading } from './reading.js'
import { splitFields } from './split-fields.js'
import { type Holds, textReading } from './text-reading.js'

/** Memory: some 100 bytes a range while it is read, 12 or 36 afterwards. */
const MOST_RANGES = 4_000_000
/** The share of lines that may be no entries: headers, Tor's other lines. More, and this is another kind of file. */
const MOST_STRANGE = 0.01

export interface TextTable {
  /** @returns why the file cannot be used, as soon as that is known */
  readonly add: (lines: readonly string[]) => string | undefined
  /** To be asked at the end: whether what was read makes a table. */
  readonly fault: () => string | undefined
  readonly stretches: { readonly v4: readonly Stretch<number>[]; readonly v6: readonly Stretch<bigint>[] }
  readonly values: readonly Reading[]
}

const isFlag = (holds: Holds): boolean => flags.some((flag) => flag === holds)

/** Lines of Tor's list that say something else of a relay. */
const isRemark = (line: string): boolean => /^\s*(?:#|;|\/\/|ExitNode |Published |LastStatus |$)/.test(line)

export function createTextTable(holds: Holds): TextTable {
  const v4: Stretch<number>[] = []
  const v6: Stretch<bigint>[] = []
  const values: Reading[] = []
  const known = new Map<string, number>()
  let strange = 0

  /** Many ranges say the same: each sentence is kept once. */
  const indexOf = (reading: Reading): number => {
    const key = `${reading.country}\t${reading.city}\t${reading.asn}\t${reading.asName}`
    const index = known.get(key) ?? values.push(reading) - 1
    known.set(key, index)
    return index
  }
  const keep = (range: AddressRange, value: number) => {
    if (range.version === 4) v4.push({ from: range.from, to: range.to, value })
    else v6.push({ from: range.from, to: range.to, value })
  }
  const withoutRemark = (line: string): string => {
    const bare = line.startsWith('\uFEFF') ? line.slice(1) : line
    // Names in CSV may hold one; lists put remarks behind their networks.
    const remark = isFlag(holds) ? bare.indexOf('#') : -1
    return remark < 0 ? bare : bare.slice(0, remark)
  }
  const addLine = (line: string) => {
    if (isRemark(line)) return
    const entry = parseEntry(splitFields(withoutRemark(line)))
    const reading = entry && textReading(holds, entry.rest)
    if (entry === undefined) strange += 1
    else if (reading) keep(entry.range, indexOf(reading))
  }
  return {
    add: (lines) => {
      for (const line of lines) addLine(line)
      return v4.length + v6.length > MOST_RANGES ? `it has more than ${MOST_RANGES} ranges` : undefined
    },
    fault: () => {
      const total = v4.length + v6.length
      // An empty list is a download that failed, and a complete one would say of everybody that they are not on it.
      if (total === 0) return 'no line of it is a range, a network or an address'
      // A header is one line, however short the file.
      return strange > 1 + total * MOST_STRANGE ? `${strange} lines of it are no ranges, networks or addresses` : undefined
    },
    stretches: { v4, v6 },
    values,
  }
}
