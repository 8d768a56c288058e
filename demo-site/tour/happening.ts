// Both sides read this file, the page's scripts, too: it stands on nothing of Node's.

/** A verdict as the page heard of it. */
export interface Verdict {
  readonly status: string
  readonly action: string
  readonly score?: number
  readonly band?: string
  readonly reference?: string
}

/** Something that those who watch the stage are told. */
export type News =
  | { readonly kind: 'begins'; readonly bot: string }
  /** A request of the bot's browser: of the page, of evidence, of the form. */
  | {
      readonly kind: 'asks'
      readonly for: 'page' | 'script' | 'challenge' | 'evidence' | 'form'
      readonly sent: number
      readonly status: number
    }
  | { readonly kind: 'opened' }
  | { readonly kind: 'types'; readonly text: string }
  | { readonly kind: 'sends' }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'picture'; readonly src: string }
  /** Why the verdict was so: as the attest-server tells the holder of the secret key. */
  | { readonly kind: 'reasons'; readonly explanation: unknown }
  | { readonly kind: 'ends'; readonly outcome: 'seen' | 'broke' | 'missing'; readonly note: string }

/** One of them, with its place in the order of all, and when it came, in ms after its run began. */
export type Kept = News & { readonly id: number; readonly at: number }

/** As it is told: with the names of the bots that wait while it is. */
export type Happening = Kept & { readonly waiting: readonly string[] }
