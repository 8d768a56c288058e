import type { FeatureId } from '../../../shared/features/index.js'
import type { Tally } from '../../../shared/features/reading/tally.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { ClaimName } from '../../../shared/wire/claim-names.js'
import type { TellId } from '../../../shared/wire/tells.js'

/** A claim that says nothing of the visitor: a sum that the scripts of one build calculate, and no others. `(Σ times · count + add) mod modulus`. */
export interface Honey {
  readonly name: string
  /** Counts of the tally, and how often each is taken. */
  readonly of: readonly (readonly [key: keyof Tally, times: number])[]
  readonly add: number
  readonly modulus: number
}

/** A build whose collectors speak plainly, after others that did not. */
export interface PlainBuild {
  readonly build: string
  readonly made: EpochSeconds
  readonly isPlain: true
}

/** How the collectors of one build say what the wire's plain form says (`shared/wire/evidence.ts`). Made by `npm run build -- --dialect`. */
export interface Dialect {
  /** Of the evidence's claim of that name, which is called so in every dialect. */
  readonly build: string
  readonly made: EpochSeconds
  /** What each claim is called. */
  readonly names: Readonly<Record<ClaimName, string>>
  /** The alphabet of the features: 64 letters, in the place of base64url's. */
  readonly letters: string
  /** In their order: those of a still visitor first. */
  readonly tells: readonly TellId[]
  /** That the build does not ask. */
  readonly unasked: readonly TellId[]
  readonly features: readonly FeatureId[]
  readonly tally: readonly (keyof Tally)[]
  readonly honey: readonly Honey[]
}
