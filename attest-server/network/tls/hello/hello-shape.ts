import type { HelloShape } from '../../../facts/fact.js'
import type { ClientHello } from './parse-client-hello.js'

interface Family {
  readonly shape: HelloShape
  /** Whether values of GREASE stand among its cipher suites. */
  readonly greased: boolean
  /** Extensions of which it has at least one. */
  readonly oneOf?: readonly number[]
  /** Extensions that it has all. */
  readonly allOf?: readonly number[]
}

/** Application settings (ALPS), by its number until 2024 and the one since: draft-vvv-tls-alps, and BoringSSL's `tls1.h`. */
const ALPS: readonly number[] = [17_513, 17_613]
/** RFC 8449. */
const RECORD_SIZE_LIMIT = 28
/** RFC 9345. */
const DELEGATED_CREDENTIALS = 34

/**
 * The first that fits. Suites and extensions come and go with versions; these are years old, and nobody else's: GREASE in every Chromium
 * since 55 (RFC 8701) and ALPS since 91, both of Firefox's since 77 (NSS, which sends no GREASE among its suites).
 */
const families: readonly Family[] = [
  { shape: 'chromium', greased: true, oneOf: ALPS },
  { shape: 'firefox', greased: false, allOf: [RECORD_SIZE_LIMIT, DELEGATED_CREDENTIALS] },
  { shape: 'greased', greased: true },
]

/** Values that mean nothing, sent so that servers learn to ignore what they do not know (RFC 8701). */
export const isGrease = (value: number): boolean => (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff)

export function helloShape({ ciphers, extensions }: ClientHello): HelloShape {
  const isGreased = ciphers.some(isGrease)
  const has = (type: number) => extensions.includes(type)
  const family = families.find(
    ({ greased, oneOf, allOf = [] }) => greased === isGreased && (oneOf === undefined || oneOf.some(has)) && allOf.every(has),
  )
  return family?.shape ?? 'plain'
}
