import { createHmac } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import type { Random } from '../core/ids.js'
import type { Projects } from '../stores/ports.js'
import { lookupOf } from './secret-key.js'
import { createTurnstile } from './turnstile.js'

/** Says whose secret key one is. */
export interface SecretKeys {
  /** @returns the project's id; undefined for a key that is not, or no longer, one. */
  owner(key: string): Promise<string | undefined>
}

/** Keys that were proved once, so that a request does not pay for argon2 again. About 200 bytes each. */
const MOST_REMEMBERED = 1000

/** @param prove argon2id; replaceable so that tests can count. */
export function createSecretKeys(
  projects: Pick<Projects, 'secretByLookup'>,
  random: Random,
  prove: (hash: string, key: string) => Promise<boolean> = verify,
): SecretKeys {
  // Remembered under a MAC with a key of this process: the memory holds no secret, and time tells nothing about the digest that is sought.
  const pepper = random(32)
  const remembered = new Map<string, string>()
  const takeTurn = createTurnstile()

  function remember(digest: string, hash: string): void {
    remembered.set(digest, hash)
    const oldest = remembered.keys().next()
    if (remembered.size > MOST_REMEMBERED && !oldest.done) remembered.delete(oldest.value)
  }

  return {
    async owner(key) {
      const lookup = lookupOf(key)
      if (lookup === undefined) return undefined
      const stored = await projects.secretByLookup(lookup)
      // At once, or whoever invents keys would keep the turnstile busy. The time tells whether a lookup exists, which is 64 random bits
      // that are no secret: the secret is the 192 behind them.
      if (!stored) return undefined
      const digest = createHmac('sha256', pepper).update(key).digest('base64url')
      // A rotated key has another hash: what was remembered of the old one no longer counts.
      if (remembered.get(digest) === stored.hash) return stored.projectId
      if (!(await takeTurn(() => prove(stored.hash, key)))) return undefined
      remember(digest, stored.hash)
      return stored.projectId
    },
  }
}
