import type { Rejection } from '../rejection.js'
import type { Detection } from './detection.js'

const rejected = (id: number, name: string, title: string, ...reasons: readonly Rejection['reason'][]): Detection => ({
  id,
  name,
  title,
  signs: reasons.map((rejection) => ({ rejection })),
})

/** 6xx: evidence that was turned away, for a fault that no honest collector makes. New ones go to the end. */
export const protocolDetections: readonly Detection[] = [
  rejected(601, 'challenge_replayed', 'A challenge was used twice.', 'challenge-used', 'form-used'),
  rejected(
    602,
    'challenge_forged',
    'A challenge or form that this server never made.',
    'challenge-forged',
    'challenge-from-future',
    'form-forged',
  ),
  rejected(603, 'bad_signature', 'The evidence’s signature does not hold.', 'evidence-signature', 'evidence-key', 'evidence-header'),
  rejected(604, 'proof_wrong', 'The proof of work is wrong.', 'proof-wrong', 'proof-malformed'),
  rejected(
    605,
    'binding_broken',
    'The evidence belongs to another challenge or origin.',
    'nonce-mismatch',
    'origin-mismatch',
    'issued-outside-challenge',
  ),
  rejected(
    606,
    'observations_impossible',
    'The evidence claims what no collector can have seen.',
    'observation-impossible',
    'feature-unfounded',
    'tally-impossible',
  ),
  rejected(607, 'score_mismatch', 'The evidence does not add up to the score that it names.', 'client-score-mismatch'),
]
