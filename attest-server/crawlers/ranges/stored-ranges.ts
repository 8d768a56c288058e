import type { EpochSeconds } from '../../../shared/units.js'
import { parsePrefixes } from './parse-feed.js'
import type { RangeSet } from './range-set.js'

/** Keeps a text by name, so that it outlives the process. May reject: then nothing is kept. */
export interface RangeStore {
  load(name: string): Promise<string | undefined>
  save(name: string, text: string): Promise<void>
}

/** Ranges, and since when they are known. */
export interface DatedRanges {
  readonly set: RangeSet
  readonly since: EpochSeconds
}

/** Raised when the shape changes: what another version wrote is then fetched anew. */
const VERSION = 1

export function storedText({ set, since }: DatedRanges): string {
  return JSON.stringify({ version: VERSION, since, prefixes: set.cidrs() })
}

/** @returns undefined where the text is none of ours, or is from the future; what it says is checked as if a vendor said it. */
export function parseStored(text: string, now: EpochSeconds): DatedRanges | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { version, since, prefixes } = json as { version?: unknown; since?: unknown; prefixes?: unknown }
  if (version !== VERSION || typeof since !== 'number' || !Number.isSafeInteger(since) || since < 0 || since > now) return undefined
  if (!Array.isArray(prefixes) || !prefixes.every((prefix) => typeof prefix === 'string')) return undefined
  const set = parsePrefixes(prefixes)
  return set.ok ? { set: set.value, since } : undefined
}
