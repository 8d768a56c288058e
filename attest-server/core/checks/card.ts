import { err, ok, type Result } from '../../../shared/result.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'
import type { ShippedCard } from './client-cards.js'

/** How many characters or numbers each value of a kind takes. */
const widths = { tells: 1, features: 2, tally: 1 } as const
const kinds = ['tells', 'features', 'tally'] as const

/**
 * Evidence names the card of a collector of ours, and says as much as that collector always does. What it could not observe has its
 * place too: a list that is shorter or longer was made by something else.
 * @param shipped the cards that collectors in use may have.
 */
export function checkCard(claims: EvidenceClaims, shipped: readonly ShippedCard[]): Result<ShippedCard, Rejection> {
  const known = shipped.find(({ card }) => card.version === claims.card)
  if (!known) return err({ reason: 'card-unknown', card: claims.card })
  const counts = { ...known, tells: known.tells.length }
  const of = kinds.find((name) => claims[name].length !== widths[name] * counts[name])
  return of === undefined ? ok(known) : err({ reason: 'summary-length', of, length: claims[of].length })
}
