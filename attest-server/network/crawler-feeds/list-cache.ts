import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Ms, Seconds } from '../../../shared/units.js'
import type { Feed, RangeList } from '../../core/crawlers/crawler.js'
import type { KnownList, RangeSource } from '../../core/crawlers/ports.js'
import type { RangeSet } from '../../crawlers/ranges/range-set.js'
import { withinTime } from '../../outbound/within-time.js'
import type { KeptTexts } from '../../stores/ports.js'
import type { FetchFault, FetchText } from './fetch-feed.js'
import { type FeedFault, parseFeed, parsePrefixes } from './parse-feed.js'
import { keptName, parseStored, storedText } from './stored-ranges.js'

/** Vendors change their lists daily at most; yeb.to documents 12 h. */
const LIFE: Seconds = 12 * 3600
/** After a feed failed. Few enough that no vendor minds, soon enough that an outage of ours ends with it. */
const RETRY: Seconds = 600
/** Somebody waits for an answer: one that says "no ranges" now is better than one that is late. */
const PATIENCE: Ms = 1000

export interface ListCacheDeps {
  readonly fetchText: FetchText
  readonly texts: KeptTexts
  now(): EpochSeconds
  /** Told why a feed was not taken; the ranges from before stay. */
  report(list: string, fault: FetchFault | FeedFault): void
}

interface Held {
  readonly set: RangeSet
  /** Undefined for what ships without a date. */
  readonly since: EpochSeconds | undefined
  readonly source: RangeSource
}

type Dated = Held & { readonly since: EpochSeconds }

export interface ListCache {
  /** What is known now. A list that is due is fetched meanwhile, and waited for, not long, only where nothing else is known. Never rejects. */
  known(): Promise<KnownList>
  /** Fetches the list now. Who asks meanwhile waits for the same. Never rejects. */
  refresh(): Promise<void>
  /** The same, where it is due: twelve hours after it was fetched, by whichever process, or ten minutes after it failed. */
  refreshDue(): Promise<void>
}

function fromShipped({ shipped }: RangeList): Held | undefined {
  if (!shipped) return undefined
  const set = parsePrefixes(shipped.text.trim().split(/\s+/))
  const since = shipped.asOf === undefined ? undefined : Date.parse(`${shipped.asOf}T00:00:00Z`) / 1000
  return set.ok ? { set: set.value, since, source: 'snapshot' } : undefined
}

async function fromStore(list: RangeList, { texts, now }: ListCacheDeps): Promise<Dated | undefined> {
  const kept = await texts.get(keptName(list.id)).catch(() => undefined)
  const stored = kept && parseStored(kept, now())
  return stored && { ...stored, source: 'stored' }
}

async function fromFeed({ url, format }: Feed, { fetchText, now }: ListCacheDeps): Promise<Result<Dated, FetchFault | FeedFault>> {
  const text = await fetchText(url)
  if (!text.ok) return text
  const set = parseFeed(text.value, format)
  return set.ok ? ok({ set: set.value, since: now(), source: 'feed' }) : err(set.error)
}

const nothing = (): readonly string[] => []

function asKnown(list: RangeList, held: Held | undefined, now: EpochSeconds): KnownList {
  if (!held) return { list, source: 'none', age: undefined, size: 0, contains: () => false, cidrs: nothing }
  const { set, source, since } = held
  return {
    list,
    source,
    age: since === undefined ? undefined : Math.max(0, now - since),
    size: set.size,
    contains: set.has,
    cidrs: set.cidrs,
  }
}

/** Holds one list. Nothing is read or fetched before somebody asks. */
export function createListCache(list: RangeList, deps: ListCacheDeps): ListCache {
  let held: Held | undefined
  let opened: Promise<void> | undefined
  let fetching: Promise<void> | undefined
  let due: EpochSeconds = 0

  /** What an earlier process fetched, unless what ships is newer: then Vouchsafe was brought up to date since. */
  async function readOwn(): Promise<void> {
    const shipped = fromShipped(list)
    const stored = list.feed && (await fromStore(list, deps))
    if (!stored || (shipped?.since ?? 0) > stored.since) held = shipped
    else {
      held = stored
      due = stored.since + LIFE
    }
  }

  function open(): Promise<void> {
    opened ??= readOwn()
    return opened
  }

  async function take(feed: Feed): Promise<void> {
    const fetched = await fromFeed(feed, deps)
    due = deps.now() + (fetched.ok ? LIFE : RETRY)
    if (!fetched.ok) return deps.report(list.id, fetched.error)
    held = fetched.value
    const { set, since } = fetched.value
    await deps.texts.put(keptName(list.id), storedText(set), since).catch(() => undefined)
  }

  async function refresh(): Promise<void> {
    // What is older must not come after what is newer.
    await open()
    if (!list.feed) return
    fetching ??= take(list.feed).finally(() => {
      fetching = undefined
    })
    await fetching
  }

  async function refreshDue(): Promise<void> {
    await open()
    if (deps.now() >= due) await refresh()
  }

  return {
    refresh,
    refreshDue,
    async known() {
      await open()
      const fetched = list.feed && deps.now() >= due ? refresh() : undefined
      if (!held && fetched) await withinTime(fetched, PATIENCE, undefined)
      return asKnown(list, held, deps.now())
    },
  }
}
