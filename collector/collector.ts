import type { Attestation } from './attest/attestation.js'
import type { ProofRequest, Seal } from './bind/bind.js'
import type { Findings } from './senses/sensing.js'

/** What the collector sees, for pages that show it. Before the first attempt it sees nothing, and tells alone where senses.js does not come. */
export interface Inspection {
  readonly tells: Findings['tells']
  readonly features: Findings['features']
  readonly tally?: Findings['tally']
  /** By the client card. */
  readonly report?: Findings['report']
  /** Exceptions in our listeners that were kept away from the page: 0 unless we have a bug. */
  readonly faults: number
}

/** A running collector. */
export interface Collector {
  /** The site key it was made for. */
  readonly key: string
  /**
   * Asks for a verdict on this session with all that was seen so far. Each call gets a token of its own. With enforcement, waits for the
   * visitor at the challenge screen too.
   * @param action what the page wants to do: 1 to 32 characters of `a-z 0-9 _ / -`
   * @param seal of what will be sent with the verdict, which is good for that alone
   * @returns always an Attestation within the deadline: without a verdict its action is `allow` and its status says why
   * @throws {CollectorError} rejects on misuse only: `bad-options`, `bad-action`, `stopped`
   */
  attest(action?: string, seal?: Seal): Promise<Attestation>
  /** The latest Attestation, without its token once that has expired; undefined before the first. */
  verdict(): Attestation | undefined
  /**
   * A proof for one request that this is the device which its verdict was issued to (RFC 9449): send it as the header `DPoP`, beside the token. Each request
   * needs one of its own.
   * @example
   * const dpop = await collector.prove({ method: 'POST', url: '/orders' })
   * @returns undefined where there is none: no verdict yet, one of another device, no key (plain http), or the file that makes proofs did not come. Never rejects.
   */
  prove(request: ProofRequest): Promise<string | undefined>
  /**
   * Seals the body of a request, so that a verdict can be bound to it: the seal goes to `attest`, and its salt, as the header `Vouchsafe-Salt`, to the backend beside
   * the token.
   * @param body exactly as it will be sent
   * @example
   * const seal = await collector.seal(body)
   * const { token } = await collector.attest('checkout', seal)
   * @returns undefined where there is none: plain http, or the file that makes them did not come. Never rejects.
   */
  seal(body: string | BufferSource): Promise<Seal | undefined>
  inspect(): Inspection
  /** Removes all listeners and ends what is under way. */
  stop(): void
}
