import { parseCurrencies } from './parse-currencies.js'

export interface CountryProfile {
  /** In English, as CLDR has it. */
  readonly name: string
  /** ISO 4217; null for Antarctica. */
  readonly currency: string | null
  /** As people there write it: `€`, `$`, `kr`; the code where there is no sign. */
  readonly currencySymbol: string | null
  /** The language that most people speak, by CLDR: a subtag such as `de`. */
  readonly language: string
}

function symbolOf(currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const parts = new Intl.NumberFormat('en', style).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** @returns what is known of a country by its ISO 3166-1 alpha-2 code; undefined for what is no country. Each is made once. */
export function createCountryProfiles(): (code: string) => CountryProfile | undefined {
  const currencies = parseCurrencies()
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const made = new Map<string, CountryProfile>()
  const make = (code: string): CountryProfile => {
    const currency = currencies.get(code) ?? null
    return {
      name: names.of(code) ?? code,
      currency,
      currencySymbol: currency && symbolOf(currency),
      language: new Intl.Locale(`und-${code}`).maximize().language,
    }
  }
  return (code) => {
    if (!currencies.has(code) && code !== 'AQ') return undefined
    const profile = made.get(code) ?? make(code)
    made.set(code, profile)
    return profile
  }
}
