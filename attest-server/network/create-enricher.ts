import type { Address } from '../../shared/address/address.js'
import { kindOf } from '../../shared/address/kind-of.js'
import { parseAddress } from '../../shared/address/parse-address.js'
import type { EpochSeconds } from '../../shared/units.js'
import { ASN_TABLE_REVIEWED, createAsnTable } from './asn/create-asn-table.js'
import { flagsOfClass } from './asn/flags-of-class.js'
import { createCountryProfiles } from './country/country-profiles.js'
import { type Flag, flags, type Reading } from './databases/reading.js'
import type { Source } from './databases/source.js'
import type { Enrichment, Voice } from './enrichment.js'

/** @returns undefined for what is no address. A private one is answered with nothing but itself. */
export type Enrich = (address: string) => Enrichment | undefined

interface Answer {
  readonly reading: Reading
  readonly voice: Voice
}

/** One yes outweighs every no: lists are never whole, and none names an address by accident. */
function flagsOf(answers: readonly Answer[]): Readonly<Record<Flag, boolean | null>> {
  const said: Record<Flag, boolean | null> = { datacenter: null, vpn: null, tor: null, proxy: null, residentialProxy: null, relay: null }
  for (const { reading } of answers)
    for (const flag of flags) said[flag] = reading[flag] === undefined ? said[flag] : reading[flag] || said[flag] === true
  return said
}

const first = <K extends 'country' | 'asn'>(answers: readonly Answer[], field: K): NonNullable<Reading[K]> | null =>
  answers.map(({ reading }) => reading[field]).find((value) => value !== undefined) ?? null

function answersOf(sources: readonly Source[], address: Address, now: EpochSeconds): Answer[] {
  return sources.flatMap((source) => {
    const reading = source.find(address, now)
    return reading ? [{ reading, voice: { name: source.name, age: Math.max(0, now - (source.built() ?? now)) } }] : []
  })
}

/** A city is only said of the country that is said: two databases may differ. */
function placeOf(answers: readonly Answer[], profiles: ReturnType<typeof createCountryProfiles>) {
  const country = first(answers, 'country')
  const city = answers.find(({ reading }) => reading.city !== undefined && (reading.country ?? country) === country)?.reading.city
  const profile = country === null ? undefined : profiles(country)
  return {
    country,
    countryName: profile?.name ?? null,
    city: city ?? null,
    currency: profile?.currency ?? null,
    currencySymbol: profile?.currencySymbol ?? null,
    language: profile?.language ?? null,
  }
}

/**
 * Asks every source, in the order of their list: of two that name a country, a city or a network, the first is believed.
 * @param now read at each address, for the ages of the sources
 */
export function createEnricher(sources: readonly Source[], now: () => EpochSeconds): Enrich {
  const table = createAsnTable()
  const profiles = createCountryProfiles()

  const ownAnswer = (asn: number | null, at: EpochSeconds) => {
    const entry = asn === null ? undefined : table.get(asn)
    if (!entry) return undefined
    const voice = { name: 'asn-classes', age: Math.max(0, at - ASN_TABLE_REVIEWED) }
    return { class: entry.class, operator: entry.operator, answer: { reading: flagsOfClass(entry.class), voice } }
  }
  return (text) => {
    const address = parseAddress(text)
    if (!address) return undefined
    const at = now()
    const answers = kindOf(address) === 'public' ? answersOf(sources, address, at) : []
    const asn = first(answers, 'asn')
    const own = ownAnswer(asn, at)
    const asName = answers.find(({ reading }) => reading.asn === asn && reading.asName !== undefined)?.reading.asName
    const all = own ? [...answers, own.answer] : answers
    return {
      ip: address.text,
      ...placeOf(answers, profiles),
      asn,
      asName: asName ?? own?.operator ?? null,
      asnClass: own?.class ?? null,
      ...flagsOf(all),
      sources: all.map(({ voice }) => voice),
    }
  }
}
