import type { Share } from '../../shared/units.js'
import type { AttemptRequest } from '../attest/attempt.js'
import type { Attestation, Attested } from '../attest/attestation.js'

export interface EnforceOptions {
  readonly kind: 'challenge' | 'block'
  /** BCP 47; otherwise the page's language, then the browser's. */
  readonly language?: string | undefined
  /** What a visitor can quote who asks for help; empty when there is none. */
  readonly reference: string
  /** `mailto:` or `https:` address for people who cannot get on. */
  readonly contact?: string | undefined
  /** The page's CSP nonce. Only browsers without constructable style sheets need it. */
  readonly nonce?: string | undefined
  /**
   * Attests again with a harder proof of work. Two rounds at most, each again as often as it gets no answer and the visitor wants it.
   * @param progress may be called with the share that is done; without, the screen shows that it is busy
   */
  attest(round: 1 | 2, progress?: (done: Share) => void): Promise<Attestation>
}

/**
 * `passed`: the screen is gone and the page goes on, with a verdict or, where none was to be had, without. `stopped` (after two rounds)
 * and `blocked`: the screen says so and stays, with ways back and a contact.
 */
export type EnforceOutcome = 'passed' | 'stopped' | 'blocked'

export interface Enforced {
  /** What the visitor ended with. */
  readonly attestation: Attestation
  /** A screen was shown and did not let them pass. */
  readonly held: boolean
}

export interface VouchsafeEnforce {
  /**
   * Shows the screen for a verdict, and waits for what comes of it. One at a time: the others wait, and attest again when the visitor has passed.
   * @param first whose action is `challenge` or `block`
   * @param action of the page
   */
  enforce(
    settings: Pick<EnforceOptions, 'language' | 'contact' | 'nonce'>,
    attest: (request: AttemptRequest) => Promise<Attested>,
    first: Attestation,
    action: string,
  ): Promise<Enforced>
  /** Shows a screen. While one is shown, or after one that stays, gives what that one gives. */
  show(options: EnforceOptions): Promise<EnforceOutcome>
}
