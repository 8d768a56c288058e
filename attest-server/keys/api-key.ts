import { createHash, timingSafeEqual } from 'node:crypto'
import type { Random } from '../core/ids.js'
import type { ApiKey, IssuedKind, KeyKind } from '../stores/ports.js'
import { lookupOf } from './secret-key.js'

/** How each kind begins, the longest first: one may be the beginning of another. Tokens of accounts have none (BOT-05). */
const PREFIXES: readonly (readonly [IssuedKind, string])[] = [
  ['live', 'sk_live_'],
  ['detlab', 'detlab_'],
  ['afk', 'afk_'],
  ['yeb', 'yeb_'],
  ['account', ''],
]

const LOOKUP_BYTES = 8
/** 192 bits: nobody guesses them, so that a fast digest keeps them as well as a slow one would. */
const SECRET_BYTES = 24
/** Hexadecimal has no `_`: no key without a prefix can look like one with it, and none is as long as a private key. */
const BODY = /^([0-9a-f]{16})[0-9a-f]{48}$/

/** What a text can be by its looks alone. */
export interface KeyShape {
  readonly kind: KeyKind
  readonly lookup: string
}

/** @returns undefined for what is no key of any kind. A private key may begin like one of kind `live`: its length tells them apart. */
export function shapeOf(text: string): KeyShape | undefined {
  for (const [kind, prefix] of PREFIXES) {
    const lookup = text.startsWith(prefix) ? BODY.exec(text.slice(prefix.length))?.[1] : undefined
    if (lookup !== undefined) return { kind, lookup }
  }
  const lookup = lookupOf(text)
  return lookup === undefined ? undefined : { kind: 'private', lookup }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Compares in constant time, the prefix too: a key of one kind does not prove one of another. */
export function isProvedBy({ hash }: Pick<ApiKey, 'hash'>, secret: string): boolean {
  const stored = Buffer.from(hash, 'base64url')
  const digest = digestOf(secret)
  return stored.length === digest.length && timingSafeEqual(stored, digest)
}

export interface NewApiKey {
  /** Shown once, kept nowhere. */
  readonly secret: string
  readonly lookup: string
  readonly hash: string
}

export function makeApiKey(kind: IssuedKind, random: Random): NewApiKey {
  const prefix = PREFIXES.find(([name]) => name === kind)?.[1] ?? ''
  const lookup = Buffer.from(random(LOOKUP_BYTES)).toString('hex')
  const secret = `${prefix}${lookup}${Buffer.from(random(SECRET_BYTES)).toString('hex')}`
  return { secret, lookup, hash: digestOf(secret).toString('base64url') }
}
