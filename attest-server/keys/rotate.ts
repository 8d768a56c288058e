import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { Random } from '../core/ids.js'
import type { SigningKeys, StoredKey } from '../stores/ports.js'
import { makeSigningKey, type SigningAlgorithm } from './signing-key.js'

/**
 * How long a key stays in the JWKS after another has taken over: verdicts, challenges and forms of its time must have run out, and
 * verifiers' clocks may be wrong.
 */
export const OVERLAP: Seconds = 3600

/** Makes the first key where there is none. Safe when two servers start together on one store. */
export async function ensureSigningKey(store: SigningKeys, alg: SigningAlgorithm, random: Random, now: EpochSeconds): Promise<void> {
  const keys = await store.list()
  if (keys.length === 0) await store.begin(await makeSigningKey(alg, random, now, now))
}

/**
 * Adds a key. It stands in the JWKS at once and signs after `lead`, so that verifiers which keep keys for a while know it in time.
 * @param lead 0 when the old key is no longer safe.
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
