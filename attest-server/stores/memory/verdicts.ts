import type { EpochSeconds } from '../../../shared/units.js'
import type { VerdictRecord, Verdicts } from '../ports.js'
import { type Erasable, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Entry {
  readonly verdict: VerdictRecord
  readonly until: EpochSeconds
}

export interface MemoryVerdicts extends Verdicts, Prunable, Erasable {
  /** `jti` and reference of each. */
  namesOf(projectId: string, session: string): readonly string[]
}

/** @param most records that outlast a `prune`; those that would expire first go first. */
export function createMemoryVerdicts(most: number): MemoryVerdicts {
  const log = new Map<string, Entry>()
  const isOf = (projectId: string, session: string) => (entry: Entry) =>
    entry.verdict.projectId === projectId && entry.verdict.session === session
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
    async recent(projectId, most) {
      const own = [...log.values()].map(({ verdict }) => verdict).filter((verdict) => verdict.projectId === projectId)
      return own.sort((a, b) => b.issuedAt - a.issuedAt).slice(0, most)
    },
    async latest(projectId, session) {
      const own = [...log.values()].filter(isOf(projectId, session)).map(({ verdict }) => verdict)
      return own.reduce<VerdictRecord | undefined>((newest, one) => (newest && newest.issuedAt > one.issuedAt ? newest : one), undefined)
    },
    namesOf: (projectId, session) =>
      [...log.values()].filter(isOf(projectId, session)).flatMap(({ verdict }) => [verdict.jti, verdict.reference]),
    erase: (projectId, session) => pruneMap(log, isOf(projectId, session)),
    prune: (now) => pruneMap(log, ({ until }) => until <= now) + pruneSurplus(log, most, ({ until }) => until),
  }
}
