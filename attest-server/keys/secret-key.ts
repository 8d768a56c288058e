import { encodeBase64url } from '../../shared/base64url.js'
import type { Random } from '../core/ids.js'
import type { StoredSecret } from '../stores/ports.js'
import { slowHash } from './slow-hash.js'

const LOOKUP_BYTES = 8
const SECRET_BYTES = 24
/** By position, for `_` is a letter of base64url too. */
const SECRET_KEY = /^sk_([A-Za-z0-9_-]{11})_([A-Za-z0-9_-]{32})$/

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
  return { key, stored: { projectId, lookup, hash: await slowHash.hash(key) } }
}
