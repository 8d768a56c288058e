/** All words of the screens in one language. Plain words, no blame, no jargon. */
export interface Texts {
  readonly direction: 'ltr' | 'rtl'
  readonly checkTitle: string
  readonly checkBody: string
  readonly proceed: string
  readonly working: string
  readonly againTitle: string
  readonly againBody: string
  readonly passed: string
  readonly stoppedTitle: string
  readonly stoppedBody: string
  readonly blockedTitle: string
  readonly blockedBody: string
  /** Follows both bodies where the site has given a contact, or has not. */
  readonly helpHere: string
  readonly helpElsewhere: string
  readonly reference: string
  readonly copy: string
  readonly copied: string
  readonly contact: string
  readonly back: string
  readonly home: string
  readonly why: string
  readonly whyBody: string
}
