import { createSecretKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import { decodeBase64url } from '../../shared/base64url.js'
import type { EpochSeconds, Seconds } from '../../shared/units.js'
import { type SigningKeys, type StoredKey, StoreUnavailable } from '../stores/ports.js'
import { importSigningKey, importVerifyingKey, MAC_BYTES, publicJwk } from './signing-key.js'

/** A key as the server works with it. */
export interface ReadyKey {
  readonly kid: string
  readonly alg: StoredKey['alg']
  readonly sign: KeyObject
  readonly verify: KeyObject
  /** HMAC SHA-256. */
  readonly mac: KeyObject
}

/** The keys of this moment. */
export interface KeyRing {
  /** The one that signs and seals now. */
  current(): Promise<ReadyKey>
  /** Any key that has not retired, also one that does not sign yet. */
  byId(kid: string): Promise<ReadyKey | undefined>
  /** Public keys of all that have not retired: a verifier knows a key before it signs, and as long as its verdicts live. */
  jwks(): Promise<{ readonly keys: readonly JWK[] }>
}

/** How soon a running server notices a rotation made by another process. */
const REFRESH: Seconds = 1

function importMacKey(mac: string): KeyObject {
  const bytes = decodeBase64url(mac)
  // Short ones are damaged as well: of an empty one, everybody knows it.
  if (!bytes.ok || bytes.value.length !== MAC_BYTES) throw new StoreUnavailable('a MAC key is damaged')
  return createSecretKey(bytes.value)
}

function makeReady(stored: StoredKey): ReadyKey {
  return {
    kid: stored.kid,
    alg: stored.alg,
    sign: importSigningKey(stored),
    verify: importVerifyingKey(stored),
    mac: importMacKey(stored.mac),
  }
}

const isAlive = (key: StoredKey, now: EpochSeconds): boolean => key.retiresAt === undefined || key.retiresAt > now

export function createKeyRing(store: SigningKeys, clock: () => EpochSeconds): KeyRing {
  const ready = new Map<string, ReadyKey>()
  let list: Promise<readonly StoredKey[]> | undefined
  let read: EpochSeconds = -Infinity

  async function alive(): Promise<readonly StoredKey[]> {
    const now = clock()
    if (!list || Math.abs(now - read) >= REFRESH) {
      read = now
      const fresh = store.list()
      list = fresh
      // A store that failed once is asked again by the next request.
      fresh.catch(() => {
        if (list === fresh) list = undefined
      })
    }
    const keys = (await list).filter((key) => isAlive(key, now))
    for (const kid of ready.keys()) if (!keys.some((key) => key.kid === kid)) ready.delete(kid)
    return keys
  }

  function prepare(stored: StoredKey): ReadyKey {
    const known = ready.get(stored.kid)
    if (known) return known
    const key = makeReady(stored)
    ready.set(stored.kid, key)
    return key
  }

  return {
    async current() {
      const keys = await alive()
      const now = clock()
      const newest = keys.find((key) => key.activeFrom <= now) ?? keys.at(-1)
      if (!newest) throw new StoreUnavailable('there is no signing key')
      return prepare(newest)
    },
    async byId(kid) {
      const stored = (await alive()).find((key) => key.kid === kid)
      return stored && prepare(stored)
    },
    async jwks() {
      return { keys: (await alive()).map(publicJwk) }
    },
  }
}
