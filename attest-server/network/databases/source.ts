import type { Address } from '../../../shared/address/address.js'
import type { Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Reading } from './reading.js'

/** A database in memory. */
export interface Loaded {
  /** Never throws. @param now for what is only true while the data is fresh */
  readonly find: (address: Address, now: EpochSeconds) => Reading | undefined
  /** What it calls itself, such as `GeoLite2-City`, or what it was configured as. */
  readonly kind: string
  /** When its data was gathered, as it says itself; of text files, when they were last written. */
  readonly built: EpochSeconds
  readonly entries: number
}

/** @returns why the file cannot be used, in words for the operator. */
export type Load = (path: string) => Promise<Result<Loaded, string>>

export interface SourceStatus {
  readonly name: string
  readonly kind: string | null
  readonly built: EpochSeconds | null
  readonly age: Seconds | null
  readonly entries: number | null
  /** `stale`: the file is gone or broken now, and what was read before is still in use. `missing`: nothing was ever read. */
  readonly state: 'fresh' | 'stale' | 'missing'
  readonly fault: string | null
}

export interface Source {
  readonly name: string
  readonly find: (address: Address, now: EpochSeconds) => Reading | undefined
  /** Of what is in use now. */
  readonly built: () => EpochSeconds | undefined
  readonly status: (now: EpochSeconds) => SourceStatus
  /** Reads the file if it has changed. Never rejects. */
  readonly refresh: () => Promise<void>
}
