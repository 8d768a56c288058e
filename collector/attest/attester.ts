import type { Ms } from '../../shared/units.js'
import { startDeadline } from '../page/deadline.js'
import { type AttemptParts, type AttemptRequest, attempt } from './attempt.js'
import { type Attestation, type Attested, attestationOf, withoutVerdict } from './attestation.js'

export interface Attester {
  /** One attempt under one deadline. Never rejects. */
  attest(request: AttemptRequest, limit: Ms): Promise<Attested>
  /** Of the attempt that was begun last. Without its token once that has expired: a page must not show a verdict that is none. */
  latest(): Attestation | undefined
}

/**
 * @param stopped ends every attempt that is under way
 * @param publish hears of every Attestation, and says whether it may be enforced
 */
export function createAttester(parts: AttemptParts, stopped: AbortSignal, publish: (attestation: Attestation) => boolean): Attester {
  let begun = 0
  let latest: { readonly turn: number; readonly attestation: Attestation; readonly expires: Ms } | undefined

  const keep = (turn: number, attestation: Attestation, life: Ms) => {
    // Attempts that overlap may end in any order; the one that was begun last knows most.
    if (!latest || turn > latest.turn) latest = { turn, attestation, expires: Date.now() + life }
  }

  return {
    async attest(request, limit) {
      const turn = ++begun
      const deadline = startDeadline(limit, document, stopped)
      const result = await attempt(parts, request, deadline.signal)
      deadline.end()
      if (stopped.aborted) return { attestation: withoutVerdict('stopped'), released: false }
      const attestation = result.ok ? attestationOf(result.value) : withoutVerdict(result.error.status, result.error.problem)
      keep(turn, attestation, result.ok ? 1000 * result.value.expiresIn : 0)
      return { attestation, released: !publish(attestation) }
    },
    latest() {
      if (!latest || Date.now() < latest.expires) return latest?.attestation
      const { token: _, ...rest } = latest.attestation
      return rest
    },
  }
}
