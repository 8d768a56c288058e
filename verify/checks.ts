import type { EpochSeconds } from '../shared/units.js'
import { assurances, type VerdictClaims } from '../shared/wire/verdict.js'
import { type Expectations, toleranceOf } from './options.js'
import type { VerifyErrorCode } from './verify-error.js'

interface Check {
  readonly code: VerifyErrorCode
  passes(claims: VerdictClaims, expected: Expectations, now: EpochSeconds): boolean
}

const isOneOf = (value: string, wanted: string | readonly string[]): boolean =>
  typeof wanted === 'string' ? value === wanted : wanted.includes(value)
const rank = (assurance: VerdictClaims['assurance']): number => assurances.indexOf(assurance)

/** In the order in which they are made; the first that fails names the error. Pure: the time of day is an argument. */
const checks: readonly Check[] = [
  { code: 'issuer', passes: (claims, expected) => claims.iss === expected.issuer },
  { code: 'audience', passes: (claims, expected) => isOneOf(claims.aud, expected.audience) },
  { code: 'expired', passes: (claims, expected, now) => now < claims.exp + toleranceOf(expected) },
  { code: 'not-yet-valid', passes: (claims, expected, now) => claims.iat <= now + toleranceOf(expected) },
  { code: 'test-verdict', passes: (claims, expected) => !claims.test || expected.allowTest === true },
  {
    code: 'origin',
    passes: ({ origin }, { origin: wanted }) => (typeof wanted === 'function' ? wanted(origin) === true : isOneOf(origin, wanted)),
  },
  { code: 'action-mismatch', passes: (claims, expected) => expected.action === undefined || claims.page_action === expected.action },
  { code: 'assurance', passes: (claims, expected) => rank(claims.assurance) >= rank(expected.minAssurance ?? 'signed') },
]

/** @returns the first thing about the claims that is not as expected; `undefined` when all is well. */
export function findFault(claims: VerdictClaims, expected: Expectations, now: EpochSeconds): VerifyErrorCode | undefined {
  return checks.find((check) => !check.passes(claims, expected, now))?.code
}
