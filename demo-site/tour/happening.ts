import type { SeenVerdict } from 'vouchsafe/drill'

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
  | { readonly kind: 'verdict'; readonly verdict: SeenVerdict }
  | { readonly kind: 'picture'; readonly src: string }
  /** Why the verdict was so: as the attest-server tells the holder of the secret key. */
  | { readonly kind: 'reasons'; readonly explanation: unknown }
  | { readonly kind: 'ends'; readonly outcome: 'done' | 'broke' | 'missing'; readonly note: string }

/** One of them, with its place in the order of all, and when it came, in ms after its run began. */
export type Happening = News & { readonly id: number; readonly at: number }
