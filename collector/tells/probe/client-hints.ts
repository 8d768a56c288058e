interface Brand {
  readonly brand: string
  readonly version: string
}

/** What we look at of `NavigatorUAData` (WICG UA Client Hints), which TypeScript's DOM does not have. */
export interface ClientHints {
  readonly brands: readonly Brand[]
  readonly mobile: boolean
  readonly platform: string
  getHighEntropyValues(
    names: readonly string[],
  ): Promise<{ readonly fullVersionList?: readonly Brand[]; readonly platformVersion?: string }>
}

/** Undefined outside Chromium and on plain http. */
export const clientHints = (): ClientHints | undefined => (navigator as { userAgentData?: ClientHints }).userAgentData

/** The major version of Chromium that a list of brands names. */
export const chromiumIn = (brands: readonly Brand[]): number =>
  Number.parseInt(brands.find(({ brand }) => brand === 'Chromium')?.version ?? '', 10)
