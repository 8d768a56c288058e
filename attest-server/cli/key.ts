import { ok } from '../../shared/result.js'
import type { Seconds } from '../../shared/units.js'
import { clock, random } from '../compose/compose-deps.js'
import { revokeSigningKeys } from '../keys/revoke-keys.js'
import { replaceSigningKeys, rotateSigningKey } from '../keys/rotate.js'
import type { SigningAlgorithm } from '../keys/signing-key.js'
import { JWKS_SECONDS } from '../routes/operations/jwks.js'
import type { SigningKeys, StoredKey, Stores } from '../stores/ports.js'
import { type Answer, block } from './answer.js'
import type { Options } from './parse-arguments.js'

/** Caches of the JWKS have run out by then. */
const LEAD: Seconds = 2 * JWKS_SECONDS

const moment = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** Never the private part. */
function shown({ kid, alg, createdAt, activeFrom, retiresAt }: StoredKey): object {
  const times = { createdAt: moment(createdAt), activeFrom: moment(activeFrom) }
  return { kid, alg, ...times, ...(retiresAt === undefined ? {} : { retiresAt: moment(retiresAt) }) }
}

function linesOf({ kid, alg, createdAt, activeFrom, retiresAt }: StoredKey): string[] {
  const until = retiresAt === undefined ? undefined : moment(retiresAt)
  return block(kid, { algorithm: alg, made: moment(createdAt), 'signs from': moment(activeFrom), 'published until': until })
}

export async function listKeys(keys: SigningKeys): Promise<Answer> {
  const list = await keys.list()
  return ok({ data: { keys: list.map(shown) }, lines: list.flatMap((key, i) => [...(i > 0 ? [''] : []), ...linesOf(key)]) })
}

type KeyStores = Pick<Stores, 'signingKeys' | 'revocations'>

/** Keys that got out are revoked, too: verifiers go on for a while with those that they know. */
async function replaceKeys({ signingKeys, revocations }: KeyStores, alg: SigningAlgorithm): Promise<StoredKey> {
  const olds = await signingKeys.list()
  const key = await replaceSigningKeys(signingKeys, alg, random, clock())
  await revokeSigningKeys(
    Array.from(olds, ({ kid }) => kid),
    revocations,
    clock(),
  )
  return key
}

/** A running server notices within a second. */
export async function rotateKey({ now }: Options, stores: KeyStores, alg: SigningAlgorithm): Promise<Answer> {
  const key = now ? await replaceKeys(stores, alg) : await rotateSigningKey(stores.signingKeys, alg, random, clock(), LEAD)
  return ok({ data: shown(key), lines: linesOf(key) })
}
