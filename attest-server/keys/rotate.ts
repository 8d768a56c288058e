import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { Random } from '../core/ids.js'
import type { SigningKeys, StoredKey } from '../stores/ports.js'
import { makeSigningKey, type SigningAlgorithm } from './signing-key.js'

/** The longest that anything lives which a key has signed or sealed: verdicts and challenges as they may be configured, and forms. */
export const LONGEST_LIFE: Seconds = 3600
/** A running server goes on with the old key until it notices (`key-ring.ts`: 1 s), and verifiers allow for clocks that are 5 s wrong. */
const MARGIN: Seconds = 60

/** How long a key stays in the JWKS after another has taken over: whatever it signed last must have run out everywhere. */
export const OVERLAP: Seconds = LONGEST_LIFE + MARGIN

/** Makes the first key where there is none. Safe when two servers start together on one store. */
export async function ensureSigningKey(store: SigningKeys, alg: SigningAlgorithm, random: Random, now: EpochSeconds): Promise<void> {
  const keys = await store.list()
  if (keys.length === 0) await store.begin(await makeSigningKey(alg, random, now, now))
}

/**
 * Adds a key. It stands in the JWKS at once and signs after `lead`, so that verifiers which keep keys for a while know it in time. Until
 * then the old one signs, and it stays in the JWKS for as long as something of it may be alive.
 */
export async function rotateSigningKey(
  store: SigningKeys,
  alg: SigningAlgorithm,
  random: Random,
  now: EpochSeconds,
  lead: Seconds,
): Promise<StoredKey> {
  const key = await makeSigningKey(alg, random, now, now + lead)
  await store.succeed(key, key.activeFrom + OVERLAP)
  return key
}

/**
 * For keys that somebody else may have: adds one that signs at once, and takes all others out of the JWKS, those that were on their
 * way out too. Verdicts, challenges and forms of theirs are worthless from now on.
 */
export async function replaceSigningKeys(store: SigningKeys, alg: SigningAlgorithm, random: Random, now: EpochSeconds): Promise<StoredKey> {
  const key = await makeSigningKey(alg, random, now, now)
  await store.succeed(key, now)
  return key
}
