/** All words of the screens in one language. Plain words, no blame, no jargon. */
export interface Texts {
  /** BCP 47, for voices and fonts: whose Portuguese, which Chinese. */
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly checkTitle: string
  readonly checkBody: string
  readonly proceed: string
  readonly working: string
  readonly againTitle: string
  readonly againBody: string
  readonly passed: string
  /** No answer came: the connection, or the server. */
  readonly lostTitle: string
  readonly lostBody: string
  readonly retry: string
  readonly without: string
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
