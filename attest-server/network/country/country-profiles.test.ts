import { describe, expect, it } from 'vitest'
import { createCountryProfiles } from './country-profiles.js'
import { parseCurrencies } from './parse-currencies.js'

const profiles = createCountryProfiles()
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** All that CLDR names as a country: more than ISO has, since it also names a few groups and former ones. */
const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const others = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']
/** Codes that have been withdrawn name their successors. */
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

describe('what is known of countries', () => {
  it('is known of every country of ISO 3166-1, and of Kosovo', () => {
    const codes = letters
      .flatMap((a) => letters.map((b) => a + b))
      .filter((code) => named.of(code) && isCurrent(code) && !others.includes(code))
    expect(codes.length).toBe(250)
    expect(codes.filter((code) => profiles(code) === undefined)).toEqual([])
    expect([...parseCurrencies().keys(), 'AQ'].sort()).toEqual(codes.sort())
  })

  it.each([
    ['DE', 'Germany', 'EUR', '€', 'de'],
    ['US', 'United States', 'USD', '$', 'en'],
    ['GB', 'United Kingdom', 'GBP', '£', 'en'],
    ['JP', 'Japan', 'JPY', '¥', 'ja'],
    ['BR', 'Brazil', 'BRL', 'R$', 'pt'],
    ['HR', 'Croatia', 'EUR', '€', 'hr'],
    ['BG', 'Bulgaria', 'EUR', '€', 'bg'],
    ['IN', 'India', 'INR', '₹', 'hi'],
    ['LI', 'Liechtenstein', 'CHF', 'CHF', 'de'],
    ['CI', 'Côte d’Ivoire', 'XOF', 'F CFA', 'fr'],
    ['AQ', 'Antarctica', null, null, 'en'],
  ])('is this of %s', (code, name, currency, currencySymbol, language) => {
    const profile = profiles(code)!
    expect({ ...profile, currencySymbol: profile.currencySymbol?.replace(/\s/g, ' ') ?? null }).toEqual({
      name,
      currency,
      currencySymbol,
      language,
    })
  })

  it('is nothing for what is no country', () => {
    for (const code of ['', 'de', 'XX', 'ZZ', 'EU', 'USA', 'toString', '__proto__']) expect(profiles(code), code).toBeUndefined()
  })

  it('has codes of ISO 4217 only, each of three letters', () => {
    for (const [country, currency] of parseCurrencies()) expect(`${country} ${currency}`).toMatch(/^[A-Z]{2} [A-Z]{3}$/)
  })
})
