import type { Seconds } from '../../shared/units.js'

/** Where the list of what is revoked comes from, and what becomes of verdicts while there is none. */
export interface RevocationSettings {
  /** Its address, or a function that reads it, from a file for instance. Default: where the issuer publishes it. */
  readonly list?: string | URL | (() => string | Promise<string>) | undefined
  /** The least time between two looks at it, while it has not expired. Default 10 s. */
  readonly every?: Seconds | undefined
  /**
   * What to do while no list can be had that has not expired: `accept` (default), as if nothing were revoked, or `refuse`. A list is good for ten minutes; the
   * last good one is used until then.
   */
  readonly unavailable?: 'accept' | 'refuse' | undefined
}

export interface RevocationOptions {
  /** Refuse what the issuer has revoked: verdicts, sessions, device keys and signing keys. */
  readonly revocations?: true | RevocationSettings | undefined
}

/** With their defaults. */
export interface CompleteRevocationSettings extends Pick<RevocationSettings, 'list'> {
  readonly every: Seconds
  readonly unavailable: 'accept' | 'refuse'
}

const HOUR: Seconds = 3600

/** @throws TypeError where the caller's own arguments make no sense. */
export function readRevocationSettings(given: true | RevocationSettings): CompleteRevocationSettings {
  if (given !== true && (typeof given !== 'object' || given === null)) throw new TypeError('revocations: give true or settings.')
  const { list, every = 10, unavailable = 'accept' }: RevocationSettings = given === true ? {} : given
  const isSource = list === undefined || typeof list === 'function' || (/^https?:/.test(String(list)) && URL.canParse(String(list)))
  if (!isSource) throw new TypeError('revocations.list: give an absolute http(s) address, or a function that reads the list.')
  if (!(every > 0 && every <= HOUR)) throw new TypeError('revocations.every: give seconds, above zero and at most an hour.')
  if (!['accept', 'refuse'].includes(unavailable)) throw new TypeError('revocations.unavailable: give accept or refuse.')
  return { list, every, unavailable }
}
