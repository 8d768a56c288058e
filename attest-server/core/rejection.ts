import type { EpochSeconds, Llr } from '../../shared/units.js'
import type { ProblemCode } from '../../shared/wire/problem.js'

/**
 * Why a request was turned away: an integrity fault, never mere suspicion. Tests assert the reason and logs carry it; the browser sees
 * only the coarse `ProblemCode` of `toProblemCode`.
 */
export type Rejection =
  | { readonly reason: 'media-type'; readonly wanted: readonly string[] }
  | { readonly reason: 'body-too-large'; readonly most: number }
  | { readonly reason: 'body-cut-off' }
  | { readonly reason: 'body-not-utf8' }
  | { readonly reason: 'body-not-json' }
  | { readonly reason: 'json-too-deep' }
  | { readonly reason: 'json-forbidden-key'; readonly key: string }
  | { readonly reason: 'not-an-object'; readonly where: string }
  | { readonly reason: 'field-unknown'; readonly field: string }
  | { readonly reason: 'field-malformed'; readonly field: string }
  | { readonly reason: 'project-unknown' }
  | { readonly reason: 'origin-missing' }
  | { readonly reason: 'origin-not-allowed'; readonly origin: string }
  | { readonly reason: 'challenge-forged' }
  | { readonly reason: 'challenge-expired'; readonly exp: EpochSeconds; readonly now: EpochSeconds }
  | { readonly reason: 'challenge-from-future'; readonly iat: EpochSeconds; readonly now: EpochSeconds }
  | { readonly reason: 'challenge-used' }
  | { readonly reason: 'evidence-malformed' }
  | { readonly reason: 'evidence-header'; readonly field: string }
  | { readonly reason: 'evidence-key'; readonly field: string }
  | { readonly reason: 'evidence-signature' }
  | { readonly reason: 'evidence-version' }
  | { readonly reason: 'proof-malformed' }
  | { readonly reason: 'proof-wrong' }
  | { readonly reason: 'nonce-mismatch' }
  | { readonly reason: 'origin-mismatch'; readonly of: 'evidence' | 'challenge' }
  | { readonly reason: 'issued-outside-challenge'; readonly iat: EpochSeconds }
  | { readonly reason: 'observation-malformed'; readonly id: string }
  | { readonly reason: 'observation-impossible'; readonly id: string }
  | { readonly reason: 'feature-unfounded'; readonly id: string; readonly needs: string }
  | { readonly reason: 'tally-impossible'; readonly rule: string }
  | { readonly reason: 'summary-impossible'; readonly identity: string }
  | { readonly reason: 'card-unknown'; readonly card: string }
  | { readonly reason: 'summary-length'; readonly of: 'tells' | 'features' | 'tally'; readonly length: number }
  | { readonly reason: 'still-challenged' }
  | { readonly reason: 'build-retired' }
  | { readonly reason: 'honey-wrong' }
  | { readonly reason: 'trace-impossible'; readonly rule: string }
  | { readonly reason: 'client-score-mismatch'; readonly claimed: Llr; readonly computed: Llr }
  | { readonly reason: 'reveal-forged' }
  | { readonly reason: 'reveal-of-another' }
  | { readonly reason: 'reveal-expired'; readonly exp: EpochSeconds; readonly now: EpochSeconds }
  | { readonly reason: 'reveal-length'; readonly length: number }
  | { readonly reason: 'reveal-used' }
  | { readonly reason: 'slices-unproved'; readonly fault: string }
  | { readonly reason: 'slices-impossible'; readonly comparison: string }
  | { readonly reason: 'form-forged' }
  | { readonly reason: 'form-expired' }
  | { readonly reason: 'form-too-early' }
  | { readonly reason: 'form-used' }
  | { readonly reason: 'noscript-off' }

/** The one place where reasons become public. A new reason without an arm does not compile. */
export function toProblemCode(rejection: Rejection): ProblemCode {
  switch (rejection.reason) {
    case 'media-type':
      return 'unsupported-media-type'
    case 'body-too-large':
      return 'request-too-large'
    case 'body-cut-off':
    case 'body-not-utf8':
    case 'body-not-json':
    case 'json-too-deep':
    case 'json-forbidden-key':
    case 'not-an-object':
    case 'field-unknown':
    case 'field-malformed':
      return 'malformed-request'
    case 'project-unknown':
      return 'unauthorized'
    case 'origin-missing':
    case 'origin-not-allowed':
      return 'origin-not-allowed'
    case 'noscript-off':
      return 'not-found'
    case 'challenge-used':
    case 'reveal-used':
    case 'form-used':
      return 'challenge-used'
    case 'challenge-expired':
    case 'reveal-expired':
    case 'form-expired':
      return 'challenge-expired'
    case 'form-too-early':
      return 'too-early'
    case 'challenge-forged':
    case 'challenge-from-future':
    case 'evidence-malformed':
    case 'evidence-header':
    case 'evidence-key':
    case 'evidence-signature':
    case 'evidence-version':
    case 'proof-malformed':
    case 'proof-wrong':
    case 'nonce-mismatch':
    case 'origin-mismatch':
    case 'issued-outside-challenge':
    case 'observation-malformed':
    case 'observation-impossible':
    case 'feature-unfounded':
    case 'tally-impossible':
    case 'summary-impossible':
    case 'card-unknown':
    case 'summary-length':
    case 'still-challenged':
    case 'build-retired':
    case 'honey-wrong':
    case 'trace-impossible':
    case 'client-score-mismatch':
    case 'reveal-forged':
    case 'reveal-of-another':
    case 'reveal-length':
    case 'slices-unproved':
    case 'slices-impossible':
    case 'form-forged':
      return 'evidence-refused'
    default:
      return rejection satisfies never
  }
}
