import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { EpochSeconds } from '../../shared/units.js'

/** ITU-T X.690: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')

const ecdsaWithSha256 = sequence(der(6, hex('2a8648ce3d040302')))
const commonName = (name: string) => sequence(der(0x31, sequence(der(6, hex('550403')), der(12, Buffer.from(name)))))
const time = (seconds: EpochSeconds) => {
  const digits = new Date(seconds * 1000).toISOString().replace(/[-:T]|\.\d+/g, '')
  return der(0x18, Buffer.from(digits))
}
/** RFC 5280 §4.2.1.6, with one name and this machine's address. */
const names = (name: string) =>
  der(0xa3, sequence(sequence(der(6, hex('551d11')), der(4, sequence(der(0x82, Buffer.from(name)), der(0x87, hex('7f000001')))))))

export interface MadeCertificate {
  /** PEM. */
  readonly cert: string
  readonly key: string
}

export interface CertificateWishes {
  readonly name?: string
  readonly from?: EpochSeconds
  readonly until?: EpochSeconds
  /** Another certificate's key would not fit. */
  readonly key?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
}

/** A certificate that nobody trusts, signed with its own key (RFC 5280 §4.1). */
export function makeCertificate({
  name = 'localhost',
  from = 1_700_000_000,
  until = 4_000_000_000,
  key,
}: CertificateWishes = {}): MadeCertificate {
  const { publicKey, privateKey } = key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    der(0xa0, der(2, hex('02'))),
    der(2, hex('01')),
    ecdsaWithSha256,
    commonName(name),
    sequence(time(from), time(until)),
    commonName(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    names(name),
  )
  const signature = der(3, hex('00'), sign('sha256', body, privateKey))
  const base64 = sequence(body, ecdsaWithSha256, signature).toString('base64')
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`
  return { cert, key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
}
