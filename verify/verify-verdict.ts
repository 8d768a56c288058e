import { type VerifyResult, verifierOf } from './create-verifier.js'
import type { ProtectedRequest } from './dpop/options.js'
import type { Fetch } from './fetch-text.js'
import { givenKeys, type KeySource, remoteKeys } from './key-source.js'
import { checkKeys, type VerifyOptions } from './options.js'

/** More issuers than one backend deals with; beyond this, the one that was met first is forgotten. */
const MAX_ISSUERS = 16

/**
 * A call in one piece has no other place for the keys it fetched: they are remembered here by who fetched them and from where, as those that
 * were given are remembered by the object that holds them. A memo and nothing more: without it, the answers are the same and slower.
 */
const fetched = new WeakMap<Fetch, Map<string, KeySource>>()
const given = new WeakMap<object, KeySource>()

/**
 * Judges one token in one call; `createVerifier` is the same for many. Needs no network but for the first look at `jwksUrl`.
 *
 * @example
 * const result = await verifyVerdict(token, {
 *   jwksUrl: 'https://attest.example/.well-known/jwks.json', issuer: 'https://attest.example',
 *   audience: 'pk_…', origin: 'https://shop.example', action: 'sign-up',
 * })
 * if (!result.ok) console.warn(result.error.code)
 * else if (result.verdict.action === 'allow') welcome()
 * @param request what came with the token: asked for by the option `dpop`, which here needs a store of its own.
 * @throws TypeError (as a rejection) when the options make no sense. Tokens never make it throw.
 */
export async function verifyVerdict(token: unknown, options: VerifyOptions, request?: ProtectedRequest): Promise<VerifyResult> {
  checkKeys(options)
  // What one call remembers, the next does not know: a proof would be good twice.
  if (options.dpop && (options.dpop === true || !options.dpop.onceOnly))
    throw new TypeError('dpop: give it onceOnly, or use createVerifier.')
  if (options.revocations) throw new TypeError('revocations: use createVerifier, which remembers the list.')
  return verifierOf(keysOf(options), options).verify(token, undefined, request)
}

function keysOf({ jwks, jwksUrl, fetch = globalThis.fetch }: VerifyOptions): KeySource {
  if (jwks) return remember(given, jwks, () => givenKeys(jwks))
  const sources = remember(fetched, fetch, () => new Map<string, KeySource>())
  const url = String(jwksUrl)
  const source = remember(sources, url, () => remoteKeys(url, fetch, () => performance.now()))
  if (sources.size > MAX_ISSUERS) sources.delete(sources.keys().next().value!)
  return source
}

function remember<Key, Value>(
  memo: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = memo.get(key)
  if (known !== undefined) return known
  const value = make()
  memo.set(key, value)
  return value
}
