import type { EpochSeconds, Seconds } from '../../shared/units.js'
import { digestOfKey, REVOCATIONS_TYPE, unpackDigests } from '../../shared/wire/revocations.js'
import type { KeySource } from '../key-source.js'
import { readHeader, readPart } from '../token.js'

/** Twice what the longest list takes: some five thousand entries. Nothing longer is parsed. */
export const MAX_LIST_CHARS = 131_072

/** A list that is in order, and signed by the issuer. */
export interface ReadList {
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  /** In hex. */
  readonly digests: ReadonlySet<string>
}

/** By what a list is judged. */
export interface ListContext {
  readonly issuer: string
  readonly keys: KeySource
  readonly tolerance: Seconds
  readonly now: EpochSeconds
  /** The newest that was seen. */
  readonly last: ReadList | undefined
}

const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function demand(met: unknown, what: string): asserts met {
  if (!met) throw new Error(`The list of what is revoked ${what}.`)
}

function readClaims(token: string): ReadList & { readonly iss: unknown } {
  const { iss, iat, exp, revoked } = readPart(token.split('.')[1] ?? '') ?? {}
  const digests = typeof revoked === 'string' ? unpackDigests(revoked) : undefined
  demand(isMoment(iat) && isMoment(exp) && digests?.ok, 'is malformed')
  return { iss, iat, exp, digests: digests.value }
}

/**
 * Reads a list, trusting nobody: neither where it came from, nor who holds an old one. One that is older than the newest that was seen says nothing new, so that
 * nobody brings back what was not revoked then: caches do not agree, and the newest stands. Rejects with the reason, in words for logs.
 */
export async function readList(text: unknown, { issuer, keys, tolerance, now, last }: ListContext): Promise<ReadList> {
  const token = typeof text === 'string' ? text.trim() : ''
  const header = readHeader(token, REVOCATIONS_TYPE, MAX_LIST_CHARS)
  demand(header, 'is none')
  const set = await keys.keysFor(header)
  demand(await set?.hasSigned(token, header), 'was not signed by a key of this issuer')
  const { iss, iat, exp, digests } = readClaims(token)
  demand(iss === issuer, 'comes from another issuer')
  demand(iat <= now + tolerance, 'is dated in the future')
  demand(now < exp + tolerance, 'has expired')
  const own = digestOfKey(header.kid)
  demand(!digests.has(own) && !last?.digests.has(own), 'was signed by a key that is revoked')
  if (!last || iat >= last.iat) return { iat, exp, digests }
  demand(now < last.exp + tolerance, 'is older than one that was seen, which has expired')
  return last
}
