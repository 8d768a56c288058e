import type { Seconds } from '../../shared/units.js'
import type { AsnClass } from './asn/asn-class.js'
import type { Flag } from './databases/reading.js'

/** Who said something of an address, and how old that is. */
export interface Voice {
  readonly name: string
  readonly age: Seconds
}

/**
 * All that the server's own databases say of an address. `null`: no database says, which is neither yes nor no. `false` only where one says
 * no, or a list that is known to be complete does not have it.
 */
export interface Enrichment extends Readonly<Record<Flag, boolean | null>> {
  /** As it is kept: one spelling for each address. */
  readonly ip: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly countryName: string | null
  readonly city: string | null
  /** ISO 4217. */
  readonly currency: string | null
  readonly currencySymbol: string | null
  /** The language that most people speak there: a subtag such as `de`. */
  readonly language: string | null
  readonly asn: number | null
  readonly asName: string | null
  /** What is publicly known of that network; null for most networks. */
  readonly asnClass: AsnClass | null
  readonly sources: readonly Voice[]
}
