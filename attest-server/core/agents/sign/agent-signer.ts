import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { type Algorithm, algorithmOf, algorithms } from '../algorithms.js'

/** Signs for one key. Keys in a vault implement it without ever showing themselves. */
export interface AgentSigner {
  /** RFC 7638 thumbprint of the public key. */
  readonly keyid: string
  readonly algorithm: Algorithm
  /** The public half, as a directory shows it. */
  readonly publicJwk: JWK
  /** @returns the signature's bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** The name of the algorithm in a JWK. */
const jwkAlg = (algorithm: Algorithm): string => algorithms[algorithm].jwkAlgs[0]!

/** A new key as a private JWK: keep it secret, give its public half to `createDirectory`. RSA keys have 2,048 bits. */
export async function generateAgentKey(algorithm: Algorithm = 'ed25519'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithms[algorithm].jose, { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: jwkAlg(algorithm) }
}

/**
 * A signer for a private JWK.
 * @throws TypeError for a key that is public, or for no algorithm of ours: an argument of the caller's own.
 */
export async function createAgentSigner(privateJwk: JWK): Promise<AgentSigner> {
  const algorithm = algorithmOf(privateJwk)
  if (algorithm === undefined) throw new TypeError('The key is for none of ed25519, ecdsa-p256-sha256 and rsa-pss-sha512.')
  if (privateJwk.d === undefined) throw new TypeError('The key is public: signing needs the private one.')
  const { members, key: kind, use } = algorithms[algorithm]
  // What else the JWK says of its use could contradict what it is used for here.
  const { kid: _kid, alg: _alg, use: _use, key_ops: _ops, ...material } = privateJwk
  const key = await crypto.subtle.importKey('jwk', { ...(material as Record<string, string>), ext: false }, kind, false, ['sign'])
  const bare = Object.fromEntries(Object.entries(privateJwk).filter(([name]) => members.includes(name))) as JWK
  const keyid = await calculateJwkThumbprint(bare)
  return {
    keyid,
    algorithm,
    publicJwk: { ...bare, kid: keyid, alg: jwkAlg(algorithm), use: 'sig' },
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(use, key, Uint8Array.from(bytes))),
  }
}
