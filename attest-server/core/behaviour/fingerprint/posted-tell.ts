import type { TellId } from '../../../../shared/wire/tells.js'
import type { Fingerprint } from './read-fingerprint.js'

/**
 * What a fingerprint says of one thing, in the words of the collector's tells, so that the same rows weigh it; `tell.posted-*` where the
 * collector's own tell rests on more than can be posted. undefined where it does not say.
 */
export interface PostedTell {
  readonly id: TellId | `tell.posted-${string}`
  read(fingerprint: Fingerprint): boolean | number | undefined
}

/** The user agent that the fingerprint names. */
export const userAgentOf = (fingerprint: Fingerprint): string | undefined => fingerprint.text('userAgent', 'ua')
