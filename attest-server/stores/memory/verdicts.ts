import type { VerdictRecord, Verdicts } from '../ports.js'
import { type Prunable, pruneMap } from './prune-map.js'

export function createMemoryVerdicts(): Verdicts & Prunable {
  const log = new Map<string, { readonly verdict: VerdictRecord; readonly until: number }>()
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
    prune: (now) => pruneMap(log, ({ until }) => until <= now),
  }
}
