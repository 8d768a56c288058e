import type { EpochSeconds } from '../../shared/units.js'
import { type Count, dimensions } from '../core/dashboard/count-visit.js'
import { type Observer, unwatched } from '../core/observer.js'

/** Counts by project how many come how far: the funnel. What nobody knows the project of is nobody's. */
export function observeByRollups({ count }: Count, clock: () => EpochSeconds): Observer {
  const passed = (projectId: string, step: string): void => count(projectId, clock(), dimensions.funnel, step)
  return {
    challenged: (_, projectId) => passed(projectId, 'challenged'),
    submitted() {
      let whose: string | undefined
      return {
        ...unwatched,
        of(projectId) {
          whose = projectId
          passed(projectId, 'submitted')
        },
        verified() {
          if (whose !== undefined) passed(whose, 'verified')
        },
      }
    },
  }
}
