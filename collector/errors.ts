/**
 * - `bad-options`: `createCollector` was given a key, endpoint or action that cannot be one; the message names it
 * - `bad-action`: a page action must be 1 to 32 characters of `a-z 0-9 _ / -`
 * - `stopped`: `attest()` was called after `stop()`
 */
export type CollectorErrorCode = 'bad-options' | 'bad-action' | 'stopped'

/** The only thing that the collector's promises reject with, and only when it is used wrongly. Everything else is a status of the Attestation. */
export class CollectorError extends Error {
  readonly code: CollectorErrorCode

  /** @param subject what the code is about */
  constructor(code: CollectorErrorCode, subject = '') {
    super(`vouchsafe: ${code} ${subject}`)
    this.name = 'CollectorError'
    this.code = code
  }
}
