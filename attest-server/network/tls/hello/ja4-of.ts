import { createHash } from 'node:crypto'
import { isGrease } from './hello-shape.js'
import type { ClientHello } from './parse-client-hello.js'

// JA4 for TLS clients, by FoxIO's public description (github.com/FoxIO-LLC/ja4, technical_details/JA4.md), whose licence for this one
// fingerprint is BSD-3-Clause. Nothing of JA4+ (JA4S, JA4H, JA4X …), which has another licence, is here.

const SNI = 0
const ALPN = 16
const EMPTY_HASH = '000000000000'

const versionNames: ReadonlyMap<number, string> = new Map([
  [0x0304, '13'],
  [0x0303, '12'],
  [0x0302, '11'],
  [0x0301, '10'],
  [0x0300, 's3'],
  [0x0002, 's2'],
])

const withoutGrease = (values: readonly number[]): readonly number[] => values.filter((value) => !isGrease(value))

const hex = (value: number): string => value.toString(16).padStart(4, '0')
const sorted = (values: readonly number[]): string[] => values.map(hex).sort()
const countOf = (values: readonly number[]): string => String(Math.min(values.length, 99)).padStart(2, '0')
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

function versionOf({ versions, legacyVersion }: ClientHello): string {
  const offered = withoutGrease(versions)
  return versionNames.get(offered.length > 0 ? Math.max(...offered) : legacyVersion) ?? '00'
}

const isAlphanumeric = (byte: number): boolean => /[0-9A-Za-z]/.test(String.fromCharCode(byte))

/** The ends of the first protocol's name, or of its hexadecimal spelling where they are no letters or digits. */
function alpnOf({ alpn }: ClientHello): string {
  if (alpn === undefined) return '00'
  const first = alpn[0]!
  const last = alpn.at(-1)!
  if (isAlphanumeric(first) && isAlphanumeric(last)) return String.fromCharCode(first, last)
  return first.toString(16).padStart(2, '0').charAt(0) + last.toString(16).padStart(2, '0').charAt(1)
}

/** The readable form, `JA4_r`: three parts, of which `ja4Of` hashes the last two. */
export function rawJa4Of(hello: ClientHello): readonly [head: string, ciphers: string, extensions: string] {
  const ciphers = withoutGrease(hello.ciphers)
  const extensions = withoutGrease(hello.extensions)
  const algorithms = withoutGrease(hello.signatureAlgorithms).map(hex)
  const head = `t${versionOf(hello)}${extensions.includes(SNI) ? 'd' : 'i'}${countOf(ciphers)}${countOf(extensions)}${alpnOf(hello)}`
  const types = sorted(extensions.filter((type) => type !== SNI && type !== ALPN)).join(',')
  return [head, sorted(ciphers).join(','), algorithms.length > 0 ? `${types}_${algorithms.join(',')}` : types]
}

/** The fingerprint of a TLS client's software, such as `t13d1516h2_8daaf6152771_e5627efa2ab1`. */
export function ja4Of(hello: ClientHello): string {
  const [head, ciphers, extensions] = rawJa4Of(hello)
  const hasTypes = extensions !== '' && !extensions.startsWith('_')
  return `${head}_${ciphers === '' ? EMPTY_HASH : shortHash(ciphers)}_${hasTypes ? shortHash(extensions) : EMPTY_HASH}`
}
