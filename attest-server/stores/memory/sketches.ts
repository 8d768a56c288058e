import { type MetSketch, MOST_MET, type Sketch, type Sketches } from '../ports.js'
import { type Erasable, keyOf, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Kept extends Sketch {
  readonly projectId: string
  readonly until: number
}

const isOthers = (one: Sketch, other: Sketch): boolean => one.session !== other.session || one.thumbprint !== other.thumbprint

/** @param most sketches that outlast a `prune`. */
export function createMemorySketches(most: number): Sketches & Prunable & Erasable {
  const sketches = new Map<string, Kept>()
  const recall = (projectId: string, sketch: Sketch, now: number): readonly MetSketch[] => {
    const alive = [...sketches.values()].filter((kept) => kept.projectId === projectId && kept.until > now && isOthers(kept, sketch))
    const met = sketch.bands.flatMap((band, i) =>
      alive
        .filter(({ bands }) => bands[i] === band)
        .slice(-MOST_MET)
        .reverse(),
    )
    return [...new Set(met)].map(({ session, thumbprint, body }) => ({ session, thumbprint, body }))
  }
  return {
    recall: async (projectId, sketch, now) => recall(projectId, sketch, now),
    async meet(projectId, sketch, until, now) {
      const met = recall(projectId, sketch, now)
      const key = keyOf(projectId, sketch.session, sketch.thumbprint ?? '', sketch.body)
      if (!sketches.has(key)) sketches.set(key, { ...sketch, projectId, until })
      return met
    },
    erase: (projectId, session) => pruneMap(sketches, (kept) => kept.projectId === projectId && kept.session === session),
    prune: (now) =>
      pruneMap(sketches, ({ until }) => until <= now) +
      pruneSurplus(
        sketches,
        most,
        ({ until }) => until,
        ({ projectId }) => projectId,
      ),
  }
}
