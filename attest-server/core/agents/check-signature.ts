import type { AgentKey } from './agent-key.js'
import { algorithms } from './algorithms.js'

/**
 * Whether the key made the signature over the base. Never throws: a key that WebCrypto refuses (a point off the curve) verifies nothing.
 * @param signature Ed25519 64 bytes, ECDSA r ‖ s 64 bytes, RSA as long as its modulus.
 */
export async function checkSignature(key: AgentKey, signature: Uint8Array, base: string): Promise<boolean> {
  const { key: kind, use } = algorithms[key.algorithm]
  try {
    const imported = await crypto.subtle.importKey('jwk', { ...key.jwk, ext: true }, kind, false, ['verify'])
    return await crypto.subtle.verify(use, imported, Uint8Array.from(signature), new TextEncoder().encode(base))
  } catch {
    return false
  }
}
