import type { Flag, Reading } from './reading.js'

/** What the lines of a text file say of their addresses. */
export type Holds = 'asn' | 'country' | 'city' | Flag

const COUNTRY = /^[A-Z]{2}$/
const ASN = /^(?:AS)?(\d{1,10})$/

const named = (name: string | undefined) => (name ? name.slice(0, 128) : undefined)

/** `13335,"Cloudflare, Inc."` · `13335⇥US⇥CLOUDFLARENET`. AS 0 stands for "not routed". */
function asnReading(rest: readonly string[]): Reading | undefined {
  const asn = Number(ASN.exec(rest[0] ?? '')?.[1] ?? 0)
  if (asn === 0 || asn >= 2 ** 32) return undefined
  const asName = named(
    rest
      .slice(1)
      .filter((field) => !COUNTRY.test(field))
      .at(-1),
  )
  return asName === undefined ? { asn } : { asn, asName }
}

function countryReading(rest: readonly string[]): Reading | undefined {
  const country = rest.find((field) => COUNTRY.test(field))
  return country === undefined || country === 'ZZ' ? undefined : { country }
}

/** ip-location-db: country, state, district, city … · DB-IP Lite: continent, country, state, city … */
function cityReading(rest: readonly string[]): Reading | undefined {
  const country = [rest[1], rest[0]].find((field) => field !== undefined && COUNTRY.test(field) && field !== 'ZZ')
  if (country === undefined) return undefined
  const city = named(rest[3])
  return city === undefined ? { country } : { country, city }
}

const places = { asn: asnReading, country: countryReading, city: cityReading } as const
const isPlace = (holds: Holds): holds is keyof typeof places => Object.hasOwn(places, holds)

/** @returns undefined where the line names addresses and says nothing of them: nobody's, or not routed */
export const textReading = (holds: Holds, rest: readonly string[]): Reading | undefined =>
  isPlace(holds) ? places[holds](rest) : { [holds]: true }
