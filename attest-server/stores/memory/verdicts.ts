import type { EpochSeconds } from '../../../shared/units.js'
import type { VerdictRecord, Verdicts } from '../ports.js'
import { type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Entry {
  readonly verdict: VerdictRecord
  readonly until: EpochSeconds
}

/** @param most records that outlast a `prune`; those that would expire first go first. */
export function createMemoryVerdicts(most: number): Verdicts & Prunable {
  const log = new Map<string, Entry>()
  return {
    async record(verdict, until) {
      log.set(verdict.jti, { verdict, until })
    },
    async find(projectId, name) {
      for (const { verdict } of log.values()) {
        if (verdict.projectId === projectId && (verdict.jti === name || verdict.reference === name)) return verdict
      }
      return undefined
    },
    prune: (now) => pruneMap(log, ({ until }) => until <= now) + pruneSurplus(log, most, ({ until }) => until),
  }
}
