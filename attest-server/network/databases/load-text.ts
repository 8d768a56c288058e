import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createRangeTable, type RangeTable } from '../../../shared/address/ranges/range-table.js'
import { err, ok } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { lineBatches } from './lines.js'
import type { Reading } from './reading.js'
import type { Load, Loaded } from './source.js'
import type { Holds } from './text-reading.js'
import { createTextTable, type TextTable } from './text-table.js'

/** ip-location-db's AS numbers have 35 MB, its cities 400 MB: those better come as MMDB. */
const MOST_BYTES = 512 * 1024 ** 2

/** Exits come and go by the day: an older list still says who is on it, and no longer who is not. */
const WHOLE_FOR: Seconds = 2 * 86_400

export interface TextOptions {
  readonly holds: Holds
  /** Whether an IPv4 address that is not on the list is known to be none: true of Tor's exits, which are all public, and of nothing else. */
  readonly complete: boolean
}

async function readLines(path: string, table: TextTable): Promise<string | undefined> {
  try {
    for await (const lines of lineBatches(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }))) {
      const fault = table.add(lines)
      if (fault !== undefined) return fault
    }
    return table.fault()
  } catch (error) {
    return error instanceof RangeError ? error.message : 'it could not be read'
  }
}

function loadedOf(ranges: RangeTable<Reading>, { holds, complete }: TextOptions, built: EpochSeconds): Loaded {
  const absent: Reading | undefined = complete ? { [holds]: false } : undefined
  // Tor publishes no list of the IPv6 addresses that its exits leave from.
  const find: Loaded['find'] = (address, now) =>
    ranges.find(address) ?? (address.version === 4 && now - built <= WHOLE_FOR ? absent : undefined)
  return { find, kind: holds, built, entries: ranges.size }
}

/** Ranges or networks in lines: CSV, tab-separated text, or a plain list with `#` for remarks. Read in pieces, so that nobody waits for it. */
export const loadText =
  (options: TextOptions): Load =>
  async (path) => {
    const { size, mtimeMs } = await stat(path)
    if (size > MOST_BYTES) return err(`it has ${size} bytes, more than ${MOST_BYTES}`)
    const table = createTextTable(options.holds)
    const fault = await readLines(path, table)
    if (fault !== undefined) return err(fault)
    return ok(loadedOf(createRangeTable(table.stretches, table.values), options, Math.floor(mtimeMs / 1000)))
  }
