import { err, type Result } from '../../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import type { Directory, DirectoryFault, RemoteLocation } from './fetch-directory.js'
import { LONGEST, SHORTEST } from './freshness.js'

export type LookupFault = DirectoryFault | { readonly reason: 'directory-busy' }

/** One fetch of one directory. Never rejects. */
export type FetchDirectory = (location: RemoteLocation, now: EpochSeconds) => Promise<Result<Directory, DirectoryFault>>

export interface DirectoryCache {
  /**
   * The directory of a location: from memory while it is fresh, fetched otherwise. Callers of one directory wait for one fetch. Where that
   * fails, the last good one serves for up to a day longer.
   * @param keyid a directory that does not have this key is fetched anew, if it is older than five minutes: keys rotate.
   */
  lookUp(location: RemoteLocation, keyid: string, now: EpochSeconds): Promise<Result<Directory, LookupFault>>
}

export interface CacheLimits {
  /** Directories that are remembered, good and failed together. */
  readonly entries: number
  /** Keys that are remembered, of all directories together: one directory may have fifty. */
  readonly keys: number
  /** Fetches that run at once: strangers choose what is fetched. Pinned hosts do not wait for them. */
  readonly fetches: number
  /** Fetches from one host a minute: no stranger makes us flood it by asking for one path after the other. */
  readonly fetchesPerHost: number
  /** Hosts that others cannot push out of memory: known agents. */
  readonly isPinned: (host: string) => boolean
}

/** A failed fetch is not repeated for a minute; the draft allows five. */
const RETRY: Seconds = 60

/** What `fetchesPerHost` is counted in. */
const WINDOW: Seconds = 60

interface Entry {
  readonly host: string
  readonly directory: Directory | undefined
  /** Of the last fetch that failed; undefined after one that did not. */
  readonly fault: DirectoryFault | undefined
  readonly fetchedAt: EpochSeconds
}

/** Whether the last good directory may still serve though it is stale. */
const serves = (entry: Entry | undefined, now: EpochSeconds): entry is Entry & { readonly directory: Directory } =>
  entry?.directory !== undefined && now < entry.directory.freshUntil + LONGEST

/** Whether there is nothing to ask now. */
function isSettled({ directory, fault, fetchedAt }: Entry, keyid: string, now: EpochSeconds): boolean {
  if (directory && now < directory.freshUntil && directory.keys.has(keyid)) return true
  return now < fetchedAt + (fault ? RETRY : SHORTEST)
}

const answer = (entry: Entry, now: EpochSeconds): Result<Directory, LookupFault> =>
  serves(entry, now) ? { ok: true, value: entry.directory } : err(entry.fault ?? { reason: 'directory-busy' })

const sizeOf = (entry: Entry | undefined): number => entry?.directory?.keys.size ?? 0

/** Failed ones go first, then the one that was fetched longest ago; pinned ones only when there is nothing else. */
function leastWorth(entries: ReadonlyMap<string, Entry>, isPinned: (host: string) => boolean): string | undefined {
  let worst: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [url, { host, directory, fetchedAt }] of entries) {
    const worth = fetchedAt + (isPinned(host) ? 1e12 : 0) + (directory ? 1e11 : 0)
    if (worth < least) [worst, least] = [url, worth]
  }
  return worst
}

export function createDirectoryCache(fetchDirectory: FetchDirectory, limits: CacheLimits): DirectoryCache {
  const entries = new Map<string, Entry>()
  const running = new Map<string, { readonly host: string; readonly entry: Promise<Entry> }>()

  let keys = 0

  function drop(url: string): void {
    keys -= sizeOf(entries.get(url))
    entries.delete(url)
  }

  function remember(url: string, entry: Entry): void {
    drop(url)
    const isFull = () => entries.size >= limits.entries || keys + sizeOf(entry) > limits.keys
    while (entries.size > 0 && isFull()) drop(leastWorth(entries, limits.isPinned)!)
    entries.set(url, entry)
    keys += sizeOf(entry)
  }

  async function refresh(location: RemoteLocation, now: EpochSeconds): Promise<Entry> {
    const fetched = await fetchDirectory(location, now)
    // A directory that does not answer says nothing of its keys: the last good one stays.
    const directory = fetched.ok ? fetched.value : entries.get(location.url)?.directory
    const entry = { host: location.host, directory, fault: fetched.ok ? undefined : fetched.error, fetchedAt: now }
    remember(location.url, entry)
    return entry
  }

  function mayStart(host: string, now: EpochSeconds): boolean {
    const recent = [...entries.values()].filter((entry) => entry.host === host && now < entry.fetchedAt + WINDOW)
    const ofHost = [...running.values()].filter((fetching) => fetching.host === host)
    const isFull = running.size >= limits.fetches && !limits.isPinned(host)
    return !isFull && recent.length + ofHost.length < limits.fetchesPerHost
  }

  function startOrJoin(location: RemoteLocation, now: EpochSeconds): Promise<Entry> | undefined {
    const { url, host } = location
    const joined = running.get(url)
    if (joined || !mayStart(host, now)) return joined?.entry
    const entry = refresh(location, now).finally(() => running.delete(url))
    running.set(url, { host, entry })
    return entry
  }

  return {
    async lookUp(location, keyid, now) {
      const known = entries.get(location.url)
      if (known && isSettled(known, keyid, now)) return answer(known, now)
      const fetching = startOrJoin(location, now)
      if (fetching) return answer(await fetching, now)
      return serves(known, now) ? answer(known, now) : err({ reason: 'directory-busy' })
    },
  }
}
