/** What `navigator` says inside the proof-of-work worker. */
export interface WorkerFacts {
  readonly userAgent: string
  /** `navigator.languages`, joined by commas. */
  readonly languages: string
  readonly platform: string
}
