import type { ClientHello } from '../tls/hello/parse-client-hello.js'

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const vector8 = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([bytes.length]), bytes])
const vector16 = (bytes: Uint8Array): Buffer => Buffer.concat([u16(bytes.length), bytes])
const listOf = (values: readonly number[]): Buffer => Buffer.concat(values.map(u16))

/** What stands in those extensions whose content a fingerprint looks at. */
function contentOf(type: number, hello: ClientHello): Buffer {
  if (type === 43) return vector8(listOf(hello.versions))
  if (type === 13) return vector16(listOf(hello.signatureAlgorithms))
  if (type === 16) return vector16(hello.alpn ? vector8(hello.alpn) : Buffer.alloc(0))
  return Buffer.alloc(0)
}

/** A ClientHello as its body stands on the wire. */
function clientHelloBody(hello: ClientHello): Buffer {
  const extensions = hello.extensions.map((type) => Buffer.concat([u16(type), vector16(contentOf(type, hello))]))
  return Buffer.concat([
    u16(hello.legacyVersion),
    Buffer.alloc(32, 7),
    vector8(Buffer.alloc(32, 9)),
    vector16(listOf(hello.ciphers)),
    vector8(Buffer.from([0])),
    vector16(Buffer.concat(extensions)),
  ])
}

/** The same in TLS records of at most so many bytes. */
export function clientHelloRecords(hello: ClientHello, most = 2 ** 14): Buffer {
  const body = clientHelloBody(hello)
  const message = Buffer.concat([Buffer.from([1, body.length >> 16]), u16(body.length & 0xffff), body])
  const count = Math.ceil(message.length / most)
  const parts = Array.from({ length: count }, (_, i) => message.subarray(i * most, (i + 1) * most))
  return Buffer.concat(parts.flatMap((part) => [Buffer.from([22, 3, 1]), vector16(part)]))
}

/** A list of two-byte values as JA4's description writes it: `1301,1302`. */
export const valuesOf = (text: string): readonly number[] => text.split(',').map((value) => Number.parseInt(value, 16))
