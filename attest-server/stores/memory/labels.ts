import { type Label, type Labels, questionOf } from '../ports.js'
import { LABEL_RETENTION } from '../retention.js'
import { type Erasable, keyOf, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

const ownerOf = ({ projectId }: { projectId: string }): string => projectId

/** @param most labels that outlast a `prune`; the newest stay. */
export function createMemoryLabels(most: number): Labels & Prunable & Erasable {
  const labels = new Map<string, Label & { readonly projectId: string }>()
  return {
    async label(projectId, subject, label, at) {
      labels.set(keyOf(projectId, subject, questionOf(label)), { projectId, subject, label, at })
    },
    async list(projectId, most) {
      const own = [...labels.values()].filter((label) => label.projectId === projectId)
      const newest = own.sort((a, b) => b.at - a.at).slice(0, most)
      return newest.map(({ projectId: _, ...label }) => label)
    },
    erase: (projectId, _session, { subjects }) => pruneMap(labels, (label) => label.projectId === projectId && subjects.has(label.subject)),
    prune: (now) => pruneMap(labels, ({ at }) => at <= now - LABEL_RETENTION) + pruneSurplus(labels, most, ({ at }) => at, ownerOf),
  }
}
