import { remembering } from '../../../shared/remembering.js'

/** What a `User-Agent` claims to be, as far as the facts about headers need it. */
export interface ClaimedBrowser {
  readonly engine: 'chromium' | 'firefox' | 'safari'
  readonly major: number
  /** The version behind the point: Safari's matter. */
  readonly minor: number
}

// In this order: Chromium browsers also say Safari. All browsers on iOS are Safari underneath (CriOS, FxiOS, EdgiOS), and say so.
const patterns: readonly (readonly [ClaimedBrowser['engine'], RegExp])[] = [
  ['chromium', /\b(?:Headless)?Chrom(?:e|ium)\/(\d{1,4})(?:\.(\d+))?/],
  ['firefox', /\brv:\d{1,4}(?:\.\d+)?\) Gecko\/[\d.]{1,20} Firefox\/(\d{1,4})(?:\.(\d+))?/],
  ['safari', /\bVersion\/(\d{1,4})(?:\.(\d+))?.*Safari\//],
]

/** The longest honest ones, of in-app browsers, have some 400 characters. What is longer could keep a pattern busy for a second. */
const LONGEST = 1000

const browserOf = remembering((userAgent: string): ClaimedBrowser | undefined => {
  for (const [engine, pattern] of patterns) {
    const match = pattern.exec(userAgent)
    if (match) return { engine, major: Number(match[1]), minor: Number(match[2] ?? 0) }
  }
  return undefined
})

/** @returns undefined for what claims to be none of the three engines: text browsers, libraries, appliances. */
export const claimedBrowser = (userAgent: string | undefined): ClaimedBrowser | undefined =>
  userAgent?.startsWith('Mozilla/5.0 ') && userAgent.length <= LONGEST ? browserOf(userAgent) : undefined
