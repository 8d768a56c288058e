import { err, ok, type Result } from '../../../../shared/result.js'
import { type ByteReader, createByteReader } from './byte-reader.js'

/** What a TLS client offers, in its order, GREASE included. */
export interface ClientHello {
  /** `legacy_version`: 0x0303 in TLS 1.2 and 1.3. */
  readonly legacyVersion: number
  readonly ciphers: readonly number[]
  /** Types, in order. */
  readonly extensions: readonly number[]
  /** From `supported_versions`; empty where it is not there. */
  readonly versions: readonly number[]
  readonly signatureAlgorithms: readonly number[]
  /** The first protocol's name; undefined where none is named. Any bytes. */
  readonly alpn: Uint8Array | undefined
}

const SIGNATURE_ALGORITHMS = 13
const ALPN = 16
const SUPPORTED_VERSIONS = 43

const NOTHING = new Uint8Array()

/** @returns undefined where the bytes are not pairs */
function pairs(bytes: Uint8Array): readonly number[] | undefined {
  if (bytes.length % 2 !== 0) return undefined
  return Array.from({ length: bytes.length / 2 }, (_, i) => bytes[2 * i]! * 256 + bytes[2 * i + 1]!)
}

/** RFC 8446 §4.2: a list of extensions to the very end. Hellos before TLS 1.2 may have none. */
function readExtensions(hello: ByteReader): ReadonlyMap<number, Uint8Array> | undefined {
  const found = new Map<number, Uint8Array>()
  if (hello.left() === 0) return found
  const list = createByteReader(hello.take(hello.u16()))
  while (list.left() > 0) {
    const type = list.u16()
    const data = list.take(list.u16())
    // RFC 8446 §4.2: no type twice.
    if (found.has(type)) return undefined
    found.set(type, data)
  }
  return list.isShort() || hello.left() > 0 ? undefined : found
}

/** A vector of two-byte values that fills its extension; an extension that is not there is an empty one. */
function vectorOf(data: Uint8Array | undefined, lengthBytes: 1 | 2): readonly number[] | undefined {
  if (data === undefined) return []
  const reader = createByteReader(data)
  const values = reader.take(lengthBytes === 1 ? reader.u8() : reader.u16())
  return reader.isShort() ? undefined : pairs(values)
}

/** RFC 7301 §3.1: a list of names, each with its length before it. */
function firstProtocol(data: Uint8Array | undefined): Uint8Array | undefined {
  const names = createByteReader(data ?? NOTHING)
  const list = createByteReader(names.take(names.u16()))
  const name = list.take(list.u8())
  return names.isShort() || list.isShort() || name.length === 0 ? undefined : name
}

/**
 * RFC 8446 §4.1.2 (and RFC 5246 §7.4.1.2, which it extends).
 * @param body the handshake message behind its type and length
 */
export function parseClientHello(body: Uint8Array): Result<ClientHello, 'malformed'> {
  const reader = createByteReader(body)
  const legacyVersion = reader.u16()
  reader.take(32)
  const session = reader.take(reader.u8())
  const ciphers = pairs(reader.take(reader.u16()))
  reader.take(reader.u8())
  const extensions = readExtensions(reader)
  const versions = vectorOf(extensions?.get(SUPPORTED_VERSIONS), 1)
  const signatureAlgorithms = vectorOf(extensions?.get(SIGNATURE_ALGORITHMS), 2)
  if (reader.isShort() || session.length > 32 || !ciphers || !extensions || !versions || !signatureAlgorithms) return err('malformed')
  const alpn = firstProtocol(extensions.get(ALPN))
  return ok({ legacyVersion, ciphers, extensions: [...extensions.keys()], versions, signatureAlgorithms, alpn })
}
