import { type CryptoKey, compactVerify, importJWK } from 'jose'
import { decodeBase64url } from '../shared/base64url.js'
import type { Algorithm } from './token.js'

/** Whether a key has signed a compact JWS of its algorithm. Never throws and never rejects. */
export type SignatureCheck = (token: string) => boolean | Promise<boolean>

/** What is used of Node's own module; this package has the types of no platform. */
interface NodeCrypto {
  createPublicKey(from: { readonly key: object; readonly format: 'jwk' }): object
  verify(digest: 'sha256' | null, input: Uint8Array, key: object, signature: Uint8Array): boolean
}

/** Undefined on Workers, Deno and Bun, where whatever answers to that name is another's, and on Nodes before 20.16. */
function nodeCrypto(): NodeCrypto | undefined {
  const { process, navigator } = globalThis as {
    readonly process?: { readonly release?: { readonly name?: string }; getBuiltinModule?(name: string): unknown }
    readonly navigator?: { readonly userAgent?: string }
  }
  const isNode = process?.release?.name === 'node' && !/^(Cloudflare|Deno|Bun)/.test(navigator?.userAgent ?? '')
  return isNode ? (process.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined) : undefined
}

const encoder = new TextEncoder()
/** Honest tokens fit. To make an array for each would take six times as long as to fill this one, which is used at once. */
const scratch = new Uint8Array(4096)

/** Good until it is called again. */
function inputOf(token: string): Uint8Array {
  const text = token.slice(0, token.lastIndexOf('.'))
  const { read, written } = encoder.encodeInto(text, scratch)
  return read === text.length ? scratch.subarray(0, written) : encoder.encode(text)
}

/** Strict: one byte string has one spelling, or the unused bits of the last character could be changed at will. */
const signatureOf = (token: string) => decodeBase64url(token.slice(token.lastIndexOf('.') + 1))

/** In this thread: WebCrypto hands 50 µs of work to another, which takes as long again. */
function checkByNode({ createPublicKey, verify }: NodeCrypto, jwk: object, alg: Algorithm): SignatureCheck {
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const [digest, verifier] = alg === 'ES256' ? (['sha256', { key, dsaEncoding: 'ieee-p1363' }] as const) : ([null, key] as const)
  return (token) => {
    const signature = signatureOf(token)
    return signature.ok && verify(digest, inputOf(token), verifier, signature.value)
  }
}

function checkByWebCrypto(jwk: object, alg: Algorithm): SignatureCheck {
  let key: ReturnType<typeof importJWK> | undefined
  return async (token) => {
    if (!signatureOf(token).ok) return false
    try {
      key ??= importJWK({ ...jwk }, alg)
      await compactVerify(token, (await key) as CryptoKey, { algorithms: [alg] })
      return true
    } catch {
      return false
    }
  }
}

/** By what is no key, nothing is signed. The tokens' parts are base64url by then. */
export function signatureCheck(jwk: object, alg: Algorithm, node = nodeCrypto()): SignatureCheck {
  try {
    return node ? checkByNode(node, jwk, alg) : checkByWebCrypto(jwk, alg)
  } catch {
    return () => false
  }
}
