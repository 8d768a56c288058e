import { describe, expect, it } from 'vitest'
import { features } from '../../../shared/features/index.js'
import { tallyKeys } from '../../../shared/features/tally.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import digests from '../../../shared/scorecard/digests.json' with { type: 'json' }
import { cardDigest } from '../../../shared/scorecard/testing/card-digest.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { tellIds } from '../../../shared/wire/tells.js'
import { checkCard } from './card.js'
import { type ShippedCard, shippedClientCards } from './client-cards.js'

const today: ShippedCard = { card: { ...clientCard, version: 'test-2' }, tells: 3, features: 2, tally: 2 }
const older: ShippedCard = { card: { ...clientCard, version: 'test-1' }, tells: 2, features: 2, tally: 1 }

const claims = (card: string, tells: number, features: number, tally: number) =>
  ({ card, tells: 'A'.repeat(tells), features: 'AA'.repeat(features), tally: Array(tally).fill(0) }) as unknown as EvidenceClaims
const check = (...is: Parameters<typeof claims>) => checkCard(claims(...is), [today, older])
const fault = (error: object) => ({ ok: false, error })

describe('checkCard', () => {
  it('finds the card that the collector had', () => {
    expect(check('test-2', 3, 2, 2)).toEqual({ ok: true, value: today.card })
  })

  it('wants of an older collector what that one sends, and no more', () => {
    expect(check('test-1', 2, 2, 1)).toEqual({ ok: true, value: older.card })
    expect(check('test-1', 3, 2, 2)).toEqual(fault({ reason: 'summary-length', of: 'tells', length: 3 }))
  })

  it('refuses a card that no collector ever had: there would be nothing to compare', () => {
    expect(check('test-9', 3, 2, 2)).toEqual(fault({ reason: 'card-unknown', card: 'test-9' }))
  })

  it('refuses to know less, or more, than the collector says', () => {
    expect(check('test-2', 0, 2, 2)).toEqual(fault({ reason: 'summary-length', of: 'tells', length: 0 }))
    expect(check('test-2', 3, 0, 2)).toEqual(fault({ reason: 'summary-length', of: 'features', length: 0 }))
    expect(check('test-2', 3, 3, 2)).toEqual(fault({ reason: 'summary-length', of: 'features', length: 6 }))
    expect(check('test-2', 3, 2, 1)).toEqual(fault({ reason: 'summary-length', of: 'tally', length: 1 }))
  })
})

describe('the client cards that were shipped', () => {
  it('still have the numbers that they were shipped with', () => {
    const held: Readonly<Record<string, string>> = digests
    for (const { card } of shippedClientCards) expect(cardDigest(card), card.version).toBe(held[card.version])
  })

  it('hold today’s, and each version once', () => {
    expect(shippedClientCards.map(({ card }) => card)).toContain(clientCard)
    expect(new Set(shippedClientCards.map(({ card }) => card.version)).size).toBe(shippedClientCards.length)
  })

  it('know how much today’s collector sends', () => {
    const lengths = { tells: tellIds.length, features: features.length, tally: tallyKeys.length }
    const todo = 'A longer list is another summary: change the card’s version, and keep the released card with its lengths in this list'
    expect(shippedClientCards[0], todo).toEqual({ card: clientCard, ...lengths })
  })
})
