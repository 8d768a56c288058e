import type { Reading } from '../databases/reading.js'
import type { AsnClass } from './asn-class.js'

/**
 * What a network's class says of each of its addresses. Nothing is said of a gateway: its addresses are in a data centre, and whole companies
 * are behind them. That an address is no home's proxy, no network can say.
 */
const flagsByClass: Readonly<Record<AsnClass, Reading>> = {
  hosting: { datacenter: true },
  cloud: { datacenter: true },
  cdn: { datacenter: true },
  vpn: { datacenter: true, vpn: true },
  proxy: { datacenter: true, proxy: true },
  gateway: {},
  access: { datacenter: false },
}

export const flagsOfClass = (name: AsnClass): Reading => flagsByClass[name]
