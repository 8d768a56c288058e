import type { Seconds } from '../../../shared/units.js'
import type { Category } from '../../../shared/wire/categories.js'
import type { IpKind } from './crawler.js'
import type { RangeSource } from './ports.js'

/**
 * Why, as yeb.to says it. `ua_not_matched`: the user agent says to be the vendor's, and the address does not bear it out.
 * `ip_not_in_vendor_ranges`: neither says so.
 */
export type DetectionReason = 'ip_and_ua_match' | 'ip_match' | 'ip_match_but_ua_not_matched' | 'ua_not_matched' | 'ip_not_in_vendor_ranges'

/** What was found of an address and a user agent, for one vendor. */
export interface Detection {
  /** The vendor's id; undefined where none was asked for and none was found. */
  readonly vendor: string | undefined
  readonly category: Category | undefined
  /** Whether the address is in the vendor's ranges, and every strict check passed. Never by the user agent, and never where no ranges are known: `dnsVerified` may still tell. */
  readonly ok: boolean
  readonly reason: DetectionReason
  /** Whether the user agent says to be the vendor's, and a method by which all its crawlers can be told says that the address is not. Never by ranges that are too old for a "no". */
  readonly impostor: boolean
  readonly uaSource: 'param' | 'header' | undefined
  readonly uaMatch: boolean
  readonly ipMatch: boolean
  readonly dnsVerified: boolean
  /** Whether DNS was to be asked and answered. */
  readonly rdnsChecked: boolean
  readonly asnVerified: boolean
  readonly asnChecked: boolean
  /** Whether no range of the vendor is known: `ipMatch` then says nothing. */
  readonly cidrEmpty: boolean
  /** Undefined for vendors whose addresses have no kinds. */
  readonly ipKind: IpKind | undefined
  readonly ipKindSource: 'json' | 'dns_ptr' | undefined
  /** The first name of the address in reverse DNS, where it was looked up. Unconfirmed, it proves nothing. */
  readonly ptr: string | undefined
  /** Whence the ranges came that decided: those with the address, or else the vendor's oldest. */
  readonly rangesSource: RangeSource
  readonly rangesAge: Seconds | undefined
}
