import type { EpochSeconds, Seconds } from '../shared/units.js'
import { type Assurance, assurances } from '../shared/wire/verdict.js'
import type { PossessionOptions } from './dpop/options.js'
import type { Fetch } from './fetch-text.js'
import type { VerdictKeys } from './key-set.js'
import { isKeyList } from './key-source.js'
import { checkPayloadOption, type PresentedPayload } from './payload/options.js'
import type { OnceStore } from './remember-once.js'
import type { RevocationOptions } from './revocations/options.js'

/** What a verdict must say. */
export interface Expectations {
  /** `iss`: the attest-server's public address. */
  readonly issuer: string
  /** `aud`: your site key, or several of which one is enough. */
  readonly audience: string | readonly string[]
  /** The origin of your pages: exactly (`https://shop.example`), one of several, or a function that knows. */
  readonly origin: string | readonly string[] | ((origin: string) => boolean)
  /** What the page wanted to do, as `data-action` or `attest(action)` said. Without it, a verdict for any action passes. */
  readonly action?: string | undefined
  /** The weakest acceptable ground: `noscript`, `unsigned` or `signed` (default). */
  readonly minAssurance?: Assurance | undefined
  /** Accept verdicts of the test keys. Never in production. */
  readonly allowTest?: boolean | undefined
  /** How far the clocks of issuer and verifier may be apart. Default 5 s. */
  readonly clockTolerance?: Seconds | undefined
  /**
   * Accept a verdict only with the form or request that the page has bound it to. `true` where each call says what came: `{ salt, body }`; a call that does not is
   * `payload-missing`.
   */
  readonly payload?: true | PresentedPayload | undefined
  /** Accept each verdict once: `rememberOnce()`, or a store of yours that all your instances share. */
  readonly onceOnly?: OnceStore | undefined
}

/** The keys: given, or the address to fetch them from. */
export type KeyOptions =
  | { readonly jwks: VerdictKeys; readonly jwksUrl?: undefined }
  | { readonly jwksUrl: string | URL; readonly jwks?: undefined }

export interface Surroundings {
  /** The time of day, in seconds since 1970. */
  readonly now?: (() => EpochSeconds) | undefined
  /** Fetches the keys, and the list of what is revoked; the global `fetch` if left out. */
  readonly fetch?: Fetch | undefined
}

export type VerifyOptions = Expectations & KeyOptions & Surroundings & PossessionOptions & RevocationOptions

const DEFAULT_TOLERANCE: Seconds = 5

/** How far the clocks may be apart. */
export const toleranceOf = ({ clockTolerance = DEFAULT_TOLERANCE }: Pick<Expectations, 'clockTolerance'>): Seconds => clockTolerance

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isText)

/** @throws TypeError where the caller's own arguments make no sense: a mistake in the program, never the visitor's doing. */
export function checkExpectations(given: Expectations): void {
  const { audience, origin, minAssurance, clockTolerance, action, onceOnly } = given
  demand(isText(given.issuer), 'issuer: give the public address of the attest-server.')
  demand(isText(audience) || isTexts(audience), 'audience: give your site key, or a list of site keys.')
  demand(typeof origin === 'function' || isText(origin) || isTexts(origin), 'origin: give an origin, a list of origins or a function.')
  demand(action === undefined || isText(action), 'action: give a name or leave it out.')
  demand(minAssurance === undefined || assurances.includes(minAssurance), `minAssurance: give one of ${assurances.join(', ')}.`)
  demand(clockTolerance === undefined || clockTolerance >= 0, 'clockTolerance: give seconds, zero or more.')
  checkPayloadOption(given.payload)
  demand(onceOnly === undefined || typeof onceOnly?.claim === 'function', 'onceOnly: give a store with a claim() method.')
}

/** What a verifier is made with: a call that names one would be believed to have changed it. */
const lasting = ['jwks', 'jwksUrl', 'fetch', 'now', 'dpop', 'revocations'] as const

/** @throws TypeError where a call says what only `createVerifier` can be told. */
export function checkOverrides(given: object): void {
  for (const name of lasting) demand((given as Partial<VerifyOptions>)[name] === undefined, `${name}: give it to createVerifier.`)
}

/** @throws TypeError unless there is exactly one source of keys that can be used. */
export function checkKeys({ jwks, jwksUrl }: KeyOptions): void {
  demand((jwks === undefined) !== (jwksUrl === undefined), 'Give either jwks or jwksUrl.')
  if (jwks !== undefined) demand(isKeyList(jwks?.keys), 'jwks: give a JSON Web Key Set, { keys: [ … ] }.')
  else demand(/^https?:/.test(String(jwksUrl)) && URL.canParse(String(jwksUrl)), 'jwksUrl: give an absolute http(s) address.')
}

function demand(met: boolean, message: string): asserts met {
  if (!met) throw new TypeError(message)
}
