import { hash } from '@node-rs/argon2'
import { encodeBase64url } from '../../shared/base64url.js'
import type { Random } from '../core/ids.js'
import type { StoredSecret } from '../stores/ports.js'

const LOOKUP_BYTES = 8
const SECRET_BYTES = 24
/** By position, for `_` is a letter of base64url too. */
const SECRET_KEY = /^sk_([A-Za-z0-9_-]{11})_([A-Za-z0-9_-]{32})$/

/** OWASP's argon2id: 19 MiB, 2 passes. Far more than a random key of 192 bits needs, and right should one ever be chosen by hand. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export interface NewSecretKey {
  /** `sk_…`; shown once, kept nowhere. */
  readonly key: string
  readonly stored: StoredSecret
}

/** The part by which a key is found; undefined for what is no secret key. */
export const lookupOf = (key: string): string | undefined => SECRET_KEY.exec(key)?.[1]

export async function makeSecretKey(projectId: string, random: Random): Promise<NewSecretKey> {
  const lookup = encodeBase64url(random(LOOKUP_BYTES))
  const key = `sk_${lookup}_${encodeBase64url(random(SECRET_BYTES))}`
  return { key, stored: { projectId, lookup, hash: await hash(key, ARGON2) } }
}
