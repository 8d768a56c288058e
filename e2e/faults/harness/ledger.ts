import type { AttestRequest } from '../../../shared/wire/evidence.js'
import type { Batch } from './client.js'

/** A challenge that was redeemed, and the verdict that came of it. */
export interface Redeemed {
  readonly request: AttestRequest
  readonly jti: string
  readonly token: string
}

/** A batch that was taken, and the session that it came to. */
export interface Taken {
  readonly batch: Batch
  readonly session: string
}

/** What clients were told, and what they asked and were told nothing of: a machine that dies answers nobody. */
export interface Ledger {
  readonly redeemed: Redeemed[]
  /** May have been redeemed. */
  readonly unanswered: AttestRequest[]
  readonly taken: Taken[]
  /** May have been taken. */
  readonly unacknowledged: Batch[]
  /** Verdicts that were shown to `siteverify`, and accepted. */
  readonly accepted: string[]
  /** Ids of rules that are there. */
  readonly rules: Set<string>
  /** And of those that are not any more. */
  readonly removed: Set<string>
}

export const openLedger = (): Ledger => ({
  redeemed: [],
  unanswered: [],
  taken: [],
  unacknowledged: [],
  accepted: [],
  rules: new Set(),
  removed: new Set(),
})

/** All of several. */
export function joinLedgers(ledgers: readonly Ledger[]): Ledger {
  const all = openLedger()
  for (const one of ledgers) {
    all.redeemed.push(...one.redeemed)
    all.unanswered.push(...one.unanswered)
    all.taken.push(...one.taken)
    all.unacknowledged.push(...one.unacknowledged)
    all.accepted.push(...one.accepted)
    for (const id of one.rules) all.rules.add(id)
    for (const id of one.removed) {
      all.removed.add(id)
      all.rules.delete(id)
    }
  }
  return all
}
