import type { Enrichment } from './enrichment.js'

/**
 * Whether automation is likelier at such an address than at others. People stand behind relays, gateways, caches and VPNs, so that these
 * alone are none. `null`: nobody knows.
 */
function threatOf(enrichment: Enrichment): boolean | null {
  const { tor, proxy, residentialProxy, datacenter, relay, vpn, asnClass } = enrichment
  if (tor || proxy || residentialProxy) return true
  if (relay || vpn || asnClass === 'cdn' || asnClass === 'gateway') return false
  return datacenter
}

/** DIP-01, the body of `GET /v1/myip`. */
export const myIp = (enrichment: Enrichment) => ({
  ip: enrichment.ip,
  country: enrichment.country,
  country_name: enrichment.countryName,
  city: enrichment.city,
  currency: enrichment.currency,
  currency_symbol: enrichment.currencySymbol,
  threat: threatOf(enrichment),
})

/** DIP-03, `ip` of a verdict. `proxy` is whatever stands between: a proxy, a VPN or Tor. */
export function verdictIp({ datacenter, proxy, residentialProxy, vpn, tor, country }: Enrichment) {
  const isBetween = [proxy, residentialProxy, vpn, tor].includes(true)
  const isNone = proxy === false && vpn === false && tor === false
  return { datacenter, proxy: isBetween || (isNone ? false : null), country }
}
