import { type Flag, flags, type Reading } from './reading.js'

type Fields = Readonly<Record<string, unknown>>

/** Wherever one of the vendors puts a flag: MaxMind Anonymous IP (`is_…`, also under `traits`), IPinfo Privacy, IP2Proxy-like files. */
const flagNames: Readonly<Record<Flag, readonly string[]>> = {
  datacenter: ['is_hosting_provider', 'hosting'],
  vpn: ['is_anonymous_vpn', 'vpn'],
  tor: ['is_tor_exit_node', 'tor'],
  proxy: ['is_public_proxy', 'proxy'],
  residentialProxy: ['is_residential_proxy', 'residential_proxy'],
  relay: ['relay'],
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
/** Names are kept short: they are shown to people, and a broken file may hold anything. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 128) : undefined)

const countryOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : undefined)

/** 64512 (number) and `AS64512`. */
function asnOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(/^AS(\d{1,10})$/.exec(value)?.[1] ?? Number.NaN) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 2 ** 32 ? number : undefined
}

const isTrue = (value: unknown): boolean => value === true || value === 'true'

/** The vendors whose files leave out what is false, or hold only the addresses with a flag. */
const anonymity: readonly (readonly [pattern: RegExp, decides: readonly Flag[]])[] = [
  [/anonymous/i, ['datacenter', 'vpn', 'tor', 'proxy', 'residentialProxy']],
  [/privacy/i, ['datacenter', 'vpn', 'tor', 'proxy', 'relay']],
]

/** The flags on which a database of this type has the last word: where it sets none, it says no. */
export const decidedBy = (databaseType: string): readonly Flag[] => anonymity.find(([pattern]) => pattern.test(databaseType))?.[1] ?? []

function flagsOf(record: Fields, traits: Fields, decided: readonly Flag[]): Partial<Record<Flag, boolean>> {
  const found: Partial<Record<Flag, boolean>> = {}
  for (const flag of flags) {
    const told = flagNames[flag].flatMap((name) => [record[name], traits[name]]).filter((value) => value !== undefined)
    if (told.length > 0) found[flag] = told.some(isTrue)
    else if (decided.includes(flag)) found[flag] = false
  }
  return found
}

/** @returns what is known of `fields`, without those that are undefined */
const present = (fields: { readonly [K in keyof Reading]: Reading[K] | undefined }): Reading =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/**
 * A record of MaxMind, DB-IP, IPinfo or ip-location-db, whatever of them it is. What has the wrong type is left out.
 * Sources: the field lists of dev.maxmind.com/geoip/docs/databases, ipinfo.io/developers/ip-to-geolocation-database and
 * github.com/sapics/ip-location-db.
 */
export function mmdbReading(value: unknown, decided: readonly Flag[]): Reading {
  const record = fieldsOf(value)
  const traits = fieldsOf(record.traits)
  const country = fieldsOf(record.country)
  const city = fieldsOf(record.city)
  return present({
    country: countryOf(country.iso_code) ?? countryOf(record.country_code) ?? countryOf(record.country),
    city: textOf(fieldsOf(city.names).en) ?? textOf(record.city),
    asn: asnOf(record.autonomous_system_number ?? traits.autonomous_system_number ?? record.asn),
    asName: textOf(
      record.autonomous_system_organization ??
        traits.autonomous_system_organization ??
        record.as_name ??
        (record.asn ? record.name : undefined),
    ),
    ...flagsOf(record, traits, decided),
  })
}
