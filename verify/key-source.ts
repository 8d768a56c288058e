import { type Fetch, fetchText } from './fetch-text.js'
import { createKeySet, type KeySet, type VerdictKeys } from './key-set.js'
import type { VerdictHeader } from './token.js'

/** Where the keys come from. */
export interface KeySource {
  /** @returns the keys to judge a token with this header by, or `undefined` where none could ever be read: `fault` says why. Never rejects. */
  keysFor(header: VerdictHeader): Promise<KeySet | undefined>
  /** Why the last try to read keys failed; `undefined` where it did not. */
  fault(): unknown
  /** The keys at hand, without waiting for anything; `undefined` where they are to be fetched first, or once more. */
  current(): KeySet | undefined
}

/** Keys that were given. */
export function givenKeys(jwks: VerdictKeys): KeySource {
  const set = createKeySet(jwks)
  return { keysFor: () => Promise.resolve(set), current: () => set, fault: () => undefined }
}

const SECOND = 1000
/** Keys older than this are fetched again, while the old ones go on working. */
const FRESH = 600 * SECOND
/** Keys older than this are not used before a try to fetch them again: they may have been withdrawn long ago. */
const STALE = 2 * FRESH
/** The least time between two fetches: a stream of made-up `kid`s costs the issuer one request in this time. */
const COOLDOWN = 10 * SECOND
/** The same after a fetch that failed: short, so that an issuer that comes back is noticed. */
const RETRY = 2 * SECOND
const TIME_LIMIT = 5 * SECOND
/** Ten times what 32 keys take. */
const MAX_JWKS_CHARS = 65_536

/** Reads a JWKS. Rejects with the reason for everything that is none. */
async function fetchKeys(url: string, fetch: Fetch): Promise<KeySet> {
  const text = await fetchText(url, fetch, { accept: 'application/json', most: MAX_JWKS_CHARS, within: TIME_LIMIT })
  const jwks = JSON.parse(text) as { keys?: unknown } | null
  if (!isKeyList(jwks?.keys)) throw new Error(`${url} answered with no key set.`)
  return createKeySet({ keys: jwks.keys })
}

export const isKeyList = (keys: unknown): keys is VerdictKeys['keys'] =>
  Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null)

/**
 * Keys from the issuer's `/.well-known/jwks.json`: fetched when first needed, kept, and fetched again when they are old or when a token names
 * a key that is not among them. While the issuer is away, the keys at hand go on working.
 * @param clock in ms; need not be the time of day.
 */
export function remoteKeys(url: string, fetch: Fetch, clock: () => number): KeySource {
  let set: KeySet | undefined
  let fetched = -Infinity
  let tried = -Infinity
  let running: Promise<void> | undefined
  let fault: unknown

  async function refresh(): Promise<void> {
    try {
      set = await fetchKeys(url, fetch)
      fault = undefined
      fetched = tried = clock()
    } catch (cause) {
      fault = cause
      tried = clock()
    }
    running = undefined
  }
  const isDue = (): boolean => clock() - tried >= (tried === fetched ? COOLDOWN : RETRY)
  const isOlderThan = (age: number): boolean => clock() - fetched >= age
  function refreshIfDue(): Promise<void> | undefined {
    if (!running && isDue()) running = refresh()
    return running
  }

  return {
    fault: () => fault,
    current: () => (isOlderThan(FRESH) && isDue() ? undefined : set),
    async keysFor(header) {
      if (!set?.has(header) || isOlderThan(STALE)) await refreshIfDue()
      else if (isOlderThan(FRESH)) void refreshIfDue()
      return set
    },
  }
}
