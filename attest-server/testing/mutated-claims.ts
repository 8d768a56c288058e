import fc from 'fast-check'
import { encodeBase64url } from '../../shared/base64url.js'
import { features } from '../../shared/features/index.js'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import { tellIds } from '../../shared/wire/tells.js'

/** New values for some positions of an array, and how many entries it gains, or loses, at its end. */
interface Edits {
  readonly set: readonly (readonly [at: number, value: unknown])[]
  readonly grow: number
}

/** Changes of some claims. Plain data, so that a counterexample can be read. */
export interface Mutation extends Partial<Record<keyof EvidenceClaims, unknown>> {
  readonly tells?: Edits
  readonly features?: Edits
  readonly tally?: Edits
}

/** Mostly what an honest collector could send; now and then what none does. @param value codes of values; `_` is unsupported */
const letters = (value: string, absent: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...value) },
    { weight: 4, arbitrary: fc.constantFrom(...absent) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )
const tell = letters('AB', ['_', '_', '-', '9'], ['x', '.', '', 'AA', 'w'])
const feature = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(letters('AZaz09-', ['_'], ['.']), letters('AZaz09-', ['_'], ['.'])).map(([a, b]) => a + b) },
  { weight: 4, arbitrary: fc.constantFrom('__', '_-') },
  { weight: 1, arbitrary: fc.constantFrom('_x', '_', 'AAA') },
)

const count = fc.oneof(
  { weight: 4, arbitrary: fc.nat(60) },
  { weight: 2, arbitrary: fc.nat(2 ** 32) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, Number.MAX_SAFE_INTEGER, 2 ** 60, '1', null) },
)

const edits = (length: number, value: fc.Arbitrary<unknown>): fc.Arbitrary<Edits> =>
  fc.record({
    set: fc.array(fc.tuple(fc.nat(length - 1), value), { minLength: 1, maxLength: 3 }),
    grow: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
  })

/** Four bytes for each of a test server's four sub-puzzles. */
const PROOF_BYTES = 16

/** For each claim, values of its own shape: random JSON would end at the shape check, and prove nothing of those behind it. */
const values: Readonly<Record<keyof EvidenceClaims, fc.Arbitrary<unknown>>> = {
  v: fc.constantFrom(0, 1, 2, '1'),
  eat_nonce: fc.constantFrom('AAAAAAAAAAAAAAAAAAAAAA', '', 'A'),
  iat: fc.oneof(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), fc.constantFrom(0, -1, 1e300)),
  origin: fc.oneof(fc.webUrl(), fc.constantFrom('null', '', 'https://shop.example.evil')),
  action: fc.oneof(fc.stringMatching(/^[a-z0-9_/-]{1,32}$/), fc.string()),
  seq: fc.oneof(fc.nat(100), fc.integer()),
  payload: fc.oneof(fc.stringMatching(/^[\w-]{43}$/), fc.string()),
  build: fc.string({ maxLength: 80 }),
  pow: fc.oneof(fc.base64String(), fc.uint8Array({ minLength: PROOF_BYTES, maxLength: PROOF_BYTES }).map(encodeBase64url)),
  tells: edits(tellIds.length, tell),
  features: edits(features.length, feature),
  tally: edits(tallyKeys.length, count),
  card: fc.constantFrom('client-0', '', 'x'.repeat(80)),
  llr: fc.double({ min: -20, max: 20, noNaN: true }),
  trace: fc.oneof(fc.stringMatching(/^[\w-]{1,80}$/), fc.constantFrom('', 'AA', '!', 'A'.repeat(67), 'A'.repeat(401), null)),
}

const names = Object.keys(values) as (keyof EvidenceClaims)[]

/** Changes of one or two claims. The summary comes up more often than the rest, because most checks are about it. */
export const anyMutation: fc.Arbitrary<Mutation> = fc
  .uniqueArray(fc.constantFrom(...names, ...names.slice(names.indexOf('tells'))), { minLength: 1, maxLength: 2 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, values[name]]))) as fc.Arbitrary<Mutation>)

/** The same for letters, of which each value has so many. */
function respelled(text: string, width: number, edits: Edits): string {
  const values = text.match(new RegExp(`.{${width}}`, 'g')) ?? []
  return edited(values, edits).join('')
}

function edited(list: readonly unknown[], { set, grow }: Edits): unknown[] {
  const copy = [...list, ...(grow > 0 ? [0] : [])].slice(0, grow < 0 ? -1 : undefined)
  for (const [at, value] of set) if (at < copy.length) copy[at] = value
  return copy
}

/** The honest claims with the mutation made. */
export function mutate(honest: EvidenceClaims, { tells, features, tally, ...rest }: Mutation): object {
  return {
    ...honest,
    ...rest,
    ...(tells && { tells: respelled(honest.tells, 1, tells) }),
    ...(features && { features: respelled(honest.features, 2, features) }),
    ...(tally && { tally: edited(honest.tally, tally) }),
  }
}
