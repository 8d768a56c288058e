import type { EpochSeconds } from '../../shared/units.js'

/** The proofs of each key that could still be shown again, which is how much of a store that key takes up. */
export interface LiveProofs {
  /**
   * Takes note of a proof. One that is known already takes no room: whoever shows another's proof again uses up nothing of theirs.
   * @returns false, and no note is taken, where the key has `limit` others.
   */
  note(jkt: string, jti: string, expires: EpochSeconds, limit: number, now: EpochSeconds): boolean
  /** For a proof that the store has not taken. */
  forget(jkt: string, jti: string): void
}

export function createLiveProofs(): LiveProofs {
  // In the order of their last proof, so that the keys that are gone are found at the front.
  const byKey = new Map<string, Map<string, EpochSeconds>>()

  function dropGoneKeys(now: EpochSeconds): void {
    for (const [jkt, proofs] of byKey) {
      dropExpired(proofs, now)
      if (proofs.size > 0) return
      byKey.delete(jkt)
    }
  }

  return {
    note(jkt, jti, expires, limit, now) {
      dropGoneKeys(now)
      const proofs = byKey.get(jkt) ?? new Map<string, EpochSeconds>()
      if (!proofs.has(jti) && proofs.size >= limit) dropExpired(proofs, now)
      if (!proofs.has(jti) && proofs.size >= limit) return false
      proofs.set(jti, expires)
      byKey.delete(jkt)
      byKey.set(jkt, proofs)
      return true
    },
    forget: (jkt, jti) => void byKey.get(jkt)?.delete(jti),
  }
}

function dropExpired(proofs: Map<string, EpochSeconds>, now: EpochSeconds): void {
  for (const [jti, expires] of proofs) if (expires <= now) proofs.delete(jti)
}
