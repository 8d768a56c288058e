import { describe, expect, it } from 'vitest'
import { features } from '../features/index.js'
import { tallyKeys } from '../features/reading/tally.js'
import { tellIds } from '../wire/tells.js'
import { clientCard } from './client-card.js'
import digests from './digests.json' with { type: 'json' }
import type { Row, Scorecard } from './scorecard.js'
import { serverCard } from './server-card.js'
import { cardDigest, type Lengths } from './testing/card-digest.js'

const WHAT_TO_DO =
  'The numbers of this card, or the lengths of the lists that its collectors send, are not those that its version had. If a release ' +
  'holds that version, change the version (client-card.ts, or FACTS_VERSION in server-card.ts), keep the released client card in shippedClientCards (attest-server/core/checks/client-cards.ts), and ' +
  'add a line to digests.json. Before the first release, put the new digest in place of the old one'

const lengths: Lengths = { tells: tellIds, features: features.length, tally: tallyKeys.length }

describe.each([{ card: clientCard, lengths }, { card: serverCard }])('the card $card.version', ({ card, lengths }) => {
  it('has the numbers and the lists that it had when it got its version', () => {
    expect({ [card.version]: cardDigest(card, lengths) }, WHAT_TO_DO).toEqual({
      [card.version]: (digests as Readonly<Record<string, string>>)[card.version],
    })
  })
})

describe('the digest of a card', () => {
  const [first, ...rest] = clientCard.rows
  const [rule, ...rules] = clientCard.hardRules
  const bins = first!.bins.map((bin) => ({ ...bin, llr: bin.llr + 0.1 }))
  const edges = first!.bins.map((bin) => ({ ...bin, below: bin.below + 0.1 }))
  const bow = { id: 'input.movement-bow', from: 0, below: 1 } as const
  const changes: readonly (readonly [string, Partial<Scorecard>])[] = [
    ['a weight', { rows: [{ ...first!, bins }, ...rest] }],
    ['an edge', { rows: [{ ...first!, bins: edges }, ...rest] }],
    ['the weight of absence', { rows: [{ ...first!, missing: 0.1 }, ...rest] }],
    ['the family of a row', { rows: [{ ...first!, family: 'press' }, ...rest] }],
    ['a condition', { rows: [{ ...first!, when: [bow] }, ...rest] }],
    ['a row', { rows: rest }],
    ['a limit of a family', { families: { ...clientCard.families, forms: { engine: 'behaviour', min: 0, max: 9 } } }],
    [
      'the cause of a family',
      { families: { ...clientCard.families, movement: { ...clientCard.families.movement!, cause: 'assistance' } } },
    ],
    ['a limit of a cause', { causes: { ...clientCard.causes, identity: 4 } }],
    ['the prior', { prior: -2.1 }],
    ['how much behaviour takes back', { takesBack: 1.9 }],
    ['behaviour that takes back all', { takesBack: Infinity }],
    ['where behaviour is in doubt', { doubts: bow }],
    ['a hard rule', { hardRules: [{ ...rule!, atLeast: 2 }, ...rules] }],
  ]

  it.each(changes)('changes with %s', (_, change) => {
    expect(cardDigest({ ...clientCard, ...change })).not.toBe(cardDigest(clientCard))
  })

  it('changes with each of two conditions', () => {
    const strokes = { id: 'input.strokes', from: 3, below: Infinity } as const
    const digestOf = (when: Row['when'] & {}) => cardDigest({ ...clientCard, rows: [{ ...first!, when }, ...rest] })
    const digests = [[bow], [strokes], [bow, strokes], [bow, { ...strokes, from: 4 }], [{ ...bow, below: 2 }, strokes]].map(digestOf)
    expect(new Set(digests).size).toBe(digests.length)
  })

  it('changes with the order of the tells', () => {
    const [first, second, ...rest] = tellIds
    expect(cardDigest(clientCard, { ...lengths, tells: [second!, first!, ...rest] })).not.toBe(cardDigest(clientCard, lengths))
  })

  it.each(['features', 'tally'] as const)('changes with the length of the %s', (list) => {
    expect(cardDigest(clientCard, { ...lengths, [list]: lengths[list] + 1 })).not.toBe(cardDigest(clientCard, lengths))
  })

  it('does not change with the order of rows, nor with where their numbers come from', () => {
    const same = { ...clientCard, rows: [...clientCard.rows].reverse().map((row) => ({ ...row, bins: row.bins, source: 'elsewhere' })) }
    expect(cardDigest(same)).toBe(cardDigest(clientCard))
  })
})
