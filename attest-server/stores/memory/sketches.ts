import { type MetSketch, MOST_LOOKED_AT, MOST_MET, MOST_OWN, type Sketch, type Sketches } from '../ports.js'
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
    const all = [...sketches.values()].filter((kept) => kept.projectId === projectId)
    const met = sketch.bands.flatMap((band, i) =>
      all
        .filter(({ bands }) => bands[i] === band)
        .slice(-MOST_LOOKED_AT)
        .filter((kept) => kept.until > now && isOthers(kept, sketch))
        .slice(-MOST_MET)
        .reverse(),
    )
    return [...new Set(met)].map(({ session, thumbprint, body }) => ({ session, thumbprint, body }))
  }
  const countOwn = (projectId: string, sketch: Sketch): number =>
    [...sketches.values()].filter((kept) => kept.projectId === projectId && !isOthers(kept, sketch)).length
  return {
    recall: async (projectId, sketch, now) => recall(projectId, sketch, now),
    async meet(projectId, sketch, until, now) {
      const met = recall(projectId, sketch, now)
      const key = keyOf(projectId, sketch.session, sketch.thumbprint ?? '', sketch.body)
      if (!sketches.has(key) && countOwn(projectId, sketch) < MOST_OWN) sketches.set(key, { ...sketch, projectId, until })
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
