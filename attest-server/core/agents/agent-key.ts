import { calculateJwkThumbprint, type JWK } from 'jose'
import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import { type Algorithm, algorithmOf, algorithms } from './algorithms.js'

/** A public key of an agent. */
export interface AgentKey {
  /** RFC 7638 thumbprint, computed here: what the directory calls the key is not asked. */
  readonly keyid: string
  readonly algorithm: Algorithm
  /** Its public members alone. */
  readonly jwk: JWK
  /** From and until when the directory says that it signs. */
  readonly notBefore: EpochSeconds | undefined
  readonly notAfter: EpochSeconds | undefined
}

export type KeyFault = 'key-malformed' | 'key-algorithm' | 'key-private' | 'key-use' | 'key-weak'

/** 2,048 to 4,096 bits in base64url: smaller is weak, larger is slow for whoever verifies. */
const RSA_MODULUS = /^[A-Za-z0-9_-]{342,684}$/
/** Up to 32 bits: the work to verify grows with it. */
const RSA_EXPONENT = /^[A-Za-z0-9_-]{2,6}$/
const COORDINATE = /^[A-Za-z0-9_-]{43}$/

/** Members that only private or symmetric keys have (RFC 7518 §6). Whoever publishes them has no secret left. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Some directories write milliseconds: a time beyond the year 5138 is taken for that. */
const seconds = (value: unknown): EpochSeconds | undefined => (isTime(value) ? (value > 1e11 ? value / 1000 : value) : undefined)

function checkMaterial(jwk: Readonly<Record<string, unknown>>, algorithm: Algorithm): KeyFault | undefined {
  const matches = (member: string, pattern: RegExp): boolean => {
    const value = jwk[member]
    return typeof value === 'string' && pattern.test(value)
  }
  if (algorithm === 'rsa-pss-sha512') return matches('n', RSA_MODULUS) && matches('e', RSA_EXPONENT) ? undefined : 'key-weak'
  const coordinates = algorithm === 'ed25519' ? ['x'] : ['x', 'y']
  return coordinates.every((member) => matches(member, COORDINATE)) ? undefined : 'key-malformed'
}

/** A JWK of a stranger as a key to verify with. @param value what `JSON.parse` made of it. */
export async function parseAgentKey(value: unknown): Promise<Result<AgentKey, KeyFault>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err('key-malformed')
  const jwk = value as Readonly<Record<string, unknown>>
  if (PRIVATE.some((member) => Object.hasOwn(jwk, member))) return err('key-private')
  const algorithm = algorithmOf(jwk as JWK)
  if (algorithm === undefined) return err('key-algorithm')
  const { members, jwkAlgs } = algorithms[algorithm]
  if (jwk.alg !== undefined && !jwkAlgs.includes(String(jwk.alg))) return err('key-algorithm')
  if (jwk.use !== undefined && jwk.use !== 'sig') return err('key-use')
  const fault = checkMaterial(jwk, algorithm)
  if (fault) return err(fault)
  const bare = Object.fromEntries(members.map((member) => [member, jwk[member]])) as JWK
  const keyid = await calculateJwkThumbprint(bare, 'sha256')
  return ok({ keyid, algorithm, jwk: bare, notBefore: seconds(jwk.nbf), notAfter: seconds(jwk.exp) })
}
