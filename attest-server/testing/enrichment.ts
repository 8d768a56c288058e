import type { Enrichment } from '../network/enrichment.js'

const nothing: Enrichment = {
  ip: '8.8.4.4',
  country: null,
  countryName: null,
  city: null,
  currency: null,
  currencySymbol: null,
  language: null,
  asn: null,
  asName: null,
  asnClass: null,
  datacenter: null,
  vpn: null,
  tor: null,
  proxy: null,
  residentialProxy: null,
  relay: null,
  sources: [],
}

/** What databases say of an address: nothing, but for what is named. */
export const enrichment = (said: Partial<Enrichment> = {}): Enrichment => ({ ...nothing, ...said })
