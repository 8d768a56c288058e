import type { Action } from '../../../shared/wire/verdict.js'

/** What a peer said: `none` where it gave no answer. */
export type Word = 'bot' | 'human' | 'none'

/** What the two peers said of one page, and why. */
export interface PeerReport {
  readonly botd: Word
  readonly fpscanner: Word
  /** BotD's kind of bot, and the names of fpscanner's rules that were hit. */
  readonly because: readonly string[]
}

/** As much of `GET /v1/verdicts/{jti}` as is looked at here. */
export interface Explanation {
  readonly jti: string
  readonly action: Action
  readonly hard: readonly string[]
  /** Heaviest first. */
  readonly contributions: readonly { readonly id: string; readonly llr: number }[]
  readonly kind?: { readonly name: string; readonly declared: boolean }
  readonly observations: readonly { readonly id: string; readonly state: string; readonly value?: unknown }[]
}

/** Everything that was known at one verdict, in numbers: true is 1, false is 0, and what was not known is left out. */
export interface Attest {
  /** From the collector's start. */
  readonly seconds: number
  readonly observations: Readonly<Record<string, number>>
}

/** What the witness of one run saw. */
export interface Account extends PeerReport {
  /** The hard rule or the fact that weighed most in the verdict that came with the form; '' where none is known. */
  readonly evidence: string
  /** What the server took the visitor for; '' where it let it through. */
  readonly looksLike: string
  /** From the start of navigation to the first verdict, in ms; undefined where no page reported one. */
  readonly toVerdict?: number
  /** By the user agent of whoever asked for the page. */
  readonly browser: string
  readonly attests: readonly Attest[]
}

/** The hard rule that was hit; else the heaviest fact: of a refusal the heaviest that speaks for a bot, of an allowance the heaviest at all. */
export function evidenceOf({ action, hard, contributions }: Explanation): string {
  const heaviest = contributions.find(({ llr }) => action === 'allow' || llr > 0)
  return hard[0] ?? heaviest?.id ?? ''
}

/** Undefined where the visit never reported how long it had lasted. */
export function attestOf({ observations }: Explanation): Attest | undefined {
  const known = observations.filter(({ state, value }) => state === 'ok' && (typeof value === 'number' || typeof value === 'boolean'))
  const numbers = Object.fromEntries(known.map(({ id, value }) => [id, Number(value)]))
  const seconds = numbers['visit.seconds']
  return seconds === undefined ? undefined : { seconds, observations: numbers }
}

/** The engine that a user agent names. */
export function browserOf(userAgent: string): string {
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Chrome\//.test(userAgent)) return 'chromium'
  return /AppleWebKit\//.test(userAgent) ? 'webkit' : 'other'
}
