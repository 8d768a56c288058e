/** The collector's interface as a page sees it, written down here because the tests know the product from outside only. */
export interface Attestation {
  readonly status: string
  readonly action: 'allow' | 'challenge' | 'block'
  readonly token?: string
  readonly problem?: string
  readonly assurance?: string
}

interface Seal {
  readonly payload: string
  readonly salt: string
}

declare global {
  interface Window {
    vouchsafe?: {
      readonly key: string
      attest(action?: string, seal?: Seal): Promise<Attestation>
      verdict(): Attestation | undefined
      seal(body: string): Promise<Seal | undefined>
      prove(request: { method?: string; url: string; token?: string; nonce?: string }): Promise<string | undefined>
      inspect(): {
        readonly tally?: Record<string, number>
        readonly faults: number
        readonly report?: object
        readonly tells: ReadonlyMap<string, unknown>
        readonly features: ReadonlyMap<string, { readonly state: string; readonly value?: number }>
      }
      stop(): void
    }
    /** Scratch space of a test. */
    seen?: unknown[]
  }
}
