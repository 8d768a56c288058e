import { describe, expect, it } from 'vitest'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import digests from '../../../shared/scorecard/digests.json' with { type: 'json' }
import { cardDigest } from '../../../shared/scorecard/testing/card-digest.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { tellIds } from '../../../shared/wire/tells.js'
import { checkCard } from './card.js'
import { type ShippedCard, shippedClientCards } from './client-cards.js'

const today: ShippedCard = { card: { ...clientCard, version: 'test-2' }, tells: tellIds.slice(0, 3), features: 2, tally: 2 }
const older: ShippedCard = { card: { ...clientCard, version: 'test-1' }, tells: tellIds.slice(0, 2), features: 2, tally: 1 }

const claims = (card: string, tells: number, features: number, tally: number) =>
  ({ card, tells: 'A'.repeat(tells), features: 'AA'.repeat(features), tally: Array(tally).fill(0) }) as unknown as EvidenceClaims
const check = (...is: Parameters<typeof claims>) => checkCard(claims(...is), [today, older])
const fault = (error: object) => ({ ok: false, error })

describe('checkCard', () => {
  it('finds the card that the collector had', () => {
    expect(check('test-2', 3, 2, 2)).toEqual({ ok: true, value: today })
  })

  it('wants of an older collector what that one sends, and no more', () => {
    expect(check('test-1', 2, 2, 1)).toEqual({ ok: true, value: older })
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
  it('still have the numbers and the lengths that they were shipped with', () => {
    const held: Readonly<Record<string, string>> = digests
    for (const { card, ...lengths } of shippedClientCards) expect(cardDigest(card, lengths), card.version).toBe(held[card.version])
  })

  it('begin with today’s, and hold each version once', () => {
    expect(shippedClientCards[0]?.card).toBe(clientCard)
    expect(new Set(shippedClientCards.map(({ card }) => card.version)).size).toBe(shippedClientCards.length)
  })
})
