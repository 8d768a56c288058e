import { ALPHABET } from '../../../../shared/base64url.js'
import { features } from '../../../../shared/features/index.js'
import { type Tally, tallyKeys } from '../../../../shared/features/reading/tally.js'
import { type EvidenceClaims, NO_CARD, STILL_CARD } from '../../../../shared/wire/evidence.js'
import { type TellId, tellIds, tellShapes } from '../../../../shared/wire/tells.js'
import type { Dialect } from '../dialect.js'
import { honeyOf } from '../honey.js'

const still = tellIds.filter((id) => tellShapes[id].still)

const summaries = {
  whole: {
    // Each letter, pair and number another than its neighbours: what changed its place shows.
    tells: tellIds.map((_, i) => ALPHABET[i]).join(''),
    features: features.map((_, i) => `${ALPHABET[i % 64]}${ALPHABET[(7 * i + 3) % 64]}`).join(''),
    tally: tallyKeys.map((_, i) => 1000 * i + 17),
    card: 'client-1',
    trace: 'AAAA',
  },
  still: { tells: still.map((_, i) => ALPHABET[i]).join(''), features: '', tally: [321], card: STILL_CARD },
  none: { tells: '', features: '', tally: [], card: NO_CARD },
}

/** Plain claims: nothing that would be believed, and everything where it belongs. */
export const claimsOf = Object.assign(
  (kind: keyof typeof summaries = 'whole'): EvidenceClaims => ({
    ...{ v: 1, eat_nonce: 'n', iat: 1, origin: 'https://shop.example', action: 'sign-up', seq: 0, build: '0.1.0', pow: 'p', llr: -1 },
    ...summaries[kind],
  }),
  { tellAt: (i: number): TellId => tellIds[i]! },
)

/** What a collector of that build would have sent: the reverse of `translate`. */
export function speak(claims: EvidenceClaims, dialect: Dialect): Readonly<Record<string, unknown>> {
  const isWhole = claims.tells.length === tellIds.length
  const letterOf = new Map((isWhole ? tellIds : still).map((id, i) => [id, claims.tells[i]]))
  const codeOf = new Map(features.map(({ id }, i) => [id as string, claims.features.slice(2 * i, 2 * i + 2)]))
  const tally = Object.fromEntries(tallyKeys.map((key, i) => [key, claims.tally[i] ?? 0])) as Record<keyof Tally, number>
  const said = {
    ...claims,
    tells: dialect.tells.map((id) => letterOf.get(id) ?? '').join(''),
    features: Array.from(dialect.features.map((id) => codeOf.get(id)).join(''), (letter) => dialect.letters[ALPHABET.indexOf(letter)]).join(
      '',
    ),
    tally: claims.tally.length > 1 ? dialect.tally.map((key) => tally[key]) : claims.tally,
  }
  const { build: _, ...others } = said
  const named = Object.entries(others).map(([name, value]) => [dialect.names[name as keyof typeof dialect.names], value])
  const honey = isWhole ? dialect.honey.map((one) => [one.name, honeyOf(one, tally)]) : []
  return { ...Object.fromEntries([...named, ...honey]), build: dialect.build }
}
