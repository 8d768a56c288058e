import type { AddressRange } from '../../../shared/address/address.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { FeedFormat } from '../../core/crawlers/crawler.js'
import { type PrefixFault, parsePrefix } from '../../crawlers/ranges/parse-prefix.js'
import { createRangeSet, type RangeSet } from '../../crawlers/ranges/range-set.js'

export type FeedFault = PrefixFault | 'malformed' | 'too_many' | 'empty' | 'covers_too_much'

/** The longest list known has some 2,000 (Meta's routes). */
const MOST_PREFIXES = 20_000
/** Together, two of the widest: Apple, the largest, holds one /8. */
const MOST_ADDRESSES = { v4: 1n << 25n, v6: 1n << 110n } as const
const LONGEST_LINE = 512
const MOST_CODE_BLOCKS = 64

const keys = ['ipv4Prefix', 'ipv6Prefix', 'ip_prefix', 'ipv6_prefix', 'ip_address'] as const

function textOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return undefined
  const found = keys.map((key) => (Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined))
  return found.find((value): value is string => typeof value === 'string')
}

/** `{"prefixes": [{"ipv4Prefix": …} | {"ipv6Prefix": …}]}` as Google has it; AWS's names and Ahrefs' `{"ips": [{"ip_address": …}]}` too. */
function fromPrefixes(text: string): readonly string[] | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { prefixes, ips } = json as { prefixes?: unknown; ips?: unknown }
  const entries = Array.isArray(prefixes) ? prefixes : Array.isArray(ips) ? ips : undefined
  const texts = entries?.map(textOf)
  return texts?.every((entry) => entry !== undefined) ? (texts as string[]) : undefined
}

/** The first column; what follows `#` is a comment. */
function fromLines(text: string): readonly string[] | undefined {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.some((line) => line.length > LONGEST_LINE)) return undefined
  return lines.map((line) => line.split('#', 1)[0]?.split(',', 1)[0]?.trim() ?? '').filter((entry) => entry !== '')
}

const entities = { '&quot;': '"', '&#34;': '"', '&#x22;': '"', '&nbsp;': ' ' } as const

function unescaped(html: string): string {
  return Object.entries(entities).reduce((text, [entity, sign]) => text.replaceAll(entity, sign), html)
}

/** The first block of code on the page that is such a list. */
function fromPage(html: string): readonly string[] | undefined {
  let at = 0
  for (let block = 0; block < MOST_CODE_BLOCKS; block++) {
    const open = html.indexOf('<code', at)
    const begin = open < 0 ? -1 : html.indexOf('>', open) + 1
    const end = begin <= 0 ? -1 : html.indexOf('</code>', begin)
    if (end < 0) return undefined
    const found = fromPrefixes(unescaped(html.slice(begin, end)))
    if (found) return found
    at = end
  }
  return undefined
}

const readers: Readonly<Record<FeedFormat, (text: string) => readonly string[] | undefined>> = {
  prefixes: fromPrefixes,
  lines: fromLines,
  page: fromPage,
}

function coversTooMuch(ranges: readonly AddressRange[]): boolean {
  const sums = { 4: 0n, 6: 0n }
  for (const { version, from, to } of ranges) sums[version] += BigInt(to) - BigInt(from) + 1n
  return sums[4] > MOST_ADDRESSES.v4 || sums[6] > MOST_ADDRESSES.v6
}

/** One that is not as it should be makes the whole list suspect: it is refused, and what was known before stays. */
export function parsePrefixes(texts: readonly string[]): Result<RangeSet, FeedFault> {
  if (texts.length > MOST_PREFIXES) return err('too_many')
  const ranges: AddressRange[] = []
  for (const text of texts) {
    const range = parsePrefix(text)
    if (!range.ok) return range
    ranges.push(range.value)
  }
  if (ranges.length === 0) return err('empty')
  return coversTooMuch(ranges) ? err('covers_too_much') : ok(createRangeSet(ranges))
}

/** Reads a vendor's list. The text is hostile until it is read: whoever holds the vendor's page could let anybody in by it. */
export function parseFeed(text: string, format: FeedFormat): Result<RangeSet, FeedFault> {
  const texts = readers[format](text)
  return texts ? parsePrefixes(texts) : err('malformed')
}
