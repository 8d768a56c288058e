import type { EpochSeconds } from '../../../shared/units.js'
import type { RangeSet } from '../../crawlers/ranges/range-set.js'
import type { KeptText } from '../../stores/ports.js'
import { parsePrefixes } from './parse-feed.js'

/** Ranges, and since when they are known. */
export interface DatedRanges {
  readonly set: RangeSet
  readonly since: EpochSeconds
}

/** Raised when the shape changes: what another version wrote is then fetched anew. */
const VERSION = 2

/** Under which a list is kept. @param id of a `RangeList` */
export const keptName = (id: string): string => `crawlers/${id}`

export const storedText = (set: RangeSet): string => JSON.stringify({ version: VERSION, prefixes: set.cidrs() })

/** @returns undefined where the text is none of ours, or is from the future; what it says is checked as if a vendor said it. */
export function parseStored({ text, at }: KeptText, now: EpochSeconds): DatedRanges | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { version, prefixes } = json as { version?: unknown; prefixes?: unknown }
  if (version !== VERSION || !Number.isFinite(at) || at < 0 || at > now) return undefined
  if (!Array.isArray(prefixes) || !prefixes.every((prefix) => typeof prefix === 'string')) return undefined
  const set = parsePrefixes(prefixes)
  return set.ok ? { set: set.value, since: at } : undefined
}
