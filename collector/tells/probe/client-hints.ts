/** What we look at of `NavigatorUAData` (WICG UA Client Hints), which TypeScript's DOM does not have. */
export interface ClientHints {
  readonly brands: readonly { readonly brand: string }[]
}

/** Undefined outside Chromium and on plain http. */
export const clientHints = (): ClientHints | undefined => (navigator as { userAgentData?: ClientHints }).userAgentData
