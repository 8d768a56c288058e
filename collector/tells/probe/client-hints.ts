interface Brand {
  readonly brand: string
  readonly version: string
}

/** `NavigatorUAData` (WICG UA Client Hints), which TypeScript's DOM does not have. */
export interface ClientHints {
  readonly brands: readonly Brand[]
  readonly mobile: boolean
  readonly platform: string
  getHighEntropyValues(
    hints: readonly string[],
  ): Promise<{ readonly fullVersionList?: readonly Brand[]; readonly platformVersion?: string; readonly architecture?: string }>
}

/** Undefined outside Chromium and on plain http. */
export const clientHints = (): ClientHints | undefined => (navigator as { userAgentData?: ClientHints }).userAgentData

/** Major version of the brand that every Chromium names. */
export function chromiumMajor(brands: readonly Brand[] | undefined): number | undefined {
  const version = brands?.find(({ brand }) => brand === 'Chromium')?.version
  return version ? Number.parseInt(version, 10) : undefined
}
