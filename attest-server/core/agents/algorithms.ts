import type { JWK } from 'jose'

/** The signature algorithms that are taken (RFC 9421 §6.2.2). HMAC has no public key, PKCS #1 v1.5 and P-384 nobody needs here. */
export type Algorithm = 'ed25519' | 'ecdsa-p256-sha256' | 'rsa-pss-sha512'

interface AlgorithmRow {
  /** What a JWK of it says, and the members that make its key: all others, private ones too, are left out. */
  readonly kty: string
  readonly crv?: string
  readonly members: readonly string[]
  /** What `alg` of the JWK may say (RFC 7518, RFC 8037, RFC 9864, and the name above, which some directories write). */
  readonly jwkAlgs: readonly string[]
  /** The name for jose. */
  readonly jose: string
  /** For WebCrypto: to import a key … */
  readonly key: { readonly name: string; readonly hash?: string; readonly namedCurve?: string }
  /** … and to sign or verify with it. */
  readonly use: { readonly name: string; readonly hash?: string; readonly saltLength?: number }
}

/** An algorithm is a row. */
export const algorithms: Readonly<Record<Algorithm, AlgorithmRow>> = {
  ed25519: {
    kty: 'OKP',
    crv: 'Ed25519',
    members: ['kty', 'crv', 'x'],
    jwkAlgs: ['EdDSA', 'Ed25519', 'ed25519'],
    jose: 'Ed25519',
    key: { name: 'Ed25519' },
    use: { name: 'Ed25519' },
  },
  'ecdsa-p256-sha256': {
    kty: 'EC',
    crv: 'P-256',
    members: ['kty', 'crv', 'x', 'y'],
    jwkAlgs: ['ES256', 'ecdsa-p256-sha256'],
    jose: 'ES256',
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    use: { name: 'ECDSA', hash: 'SHA-256' },
  },
  'rsa-pss-sha512': {
    kty: 'RSA',
    members: ['kty', 'n', 'e'],
    jwkAlgs: ['PS512', 'rsa-pss-sha512'],
    jose: 'PS512',
    key: { name: 'RSA-PSS', hash: 'SHA-512' },
    use: { name: 'RSA-PSS', saltLength: 64 },
  },
}

export const algorithmNames = Object.keys(algorithms) as readonly Algorithm[]

/** The algorithm that a key is for; undefined where it is for none of ours. The key decides, never the message. */
export const algorithmOf = ({ kty, crv }: JWK): Algorithm | undefined =>
  algorithmNames.find((name) => algorithms[name].kty === kty && (algorithms[name].crv === undefined || algorithms[name].crv === crv))
