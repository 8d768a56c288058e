import { type Observer, type Submission, unobserved } from '../core/observer.js'
import type { AnsweredRequest } from '../routes/http/observe-requests.js'

/** What the server tells of its work while it works. None of it says who a visitor is. */
export interface Telemetry extends Observer {
  answered(request: AnsweredRequest): void
}

/** For servers that nobody watches. */
export const silent: Telemetry = { ...unobserved, answered: () => undefined }

function bothOf(a: Submission, b: Submission): Submission {
  return {
    lap(stage) {
      a.lap(stage)
      b.lap(stage)
    },
    of(projectId) {
      a.of(projectId)
      b.of(projectId)
    },
    verified() {
      a.verified()
      b.verified()
    },
    asked() {
      a.asked()
      b.asked()
    },
    ended(action) {
      a.ended(action)
      b.ended(action)
    },
    rejected(reason) {
      a.rejected(reason)
      b.rejected(reason)
    },
  }
}

/** Tells two the same. */
export const bothObservers = (a: Observer, b: Observer): Observer => ({
  challenged(way, projectId) {
    a.challenged(way, projectId)
    b.challenged(way, projectId)
  },
  submitted: (way) => bothOf(a.submitted(way), b.submitted(way)),
})

export const both = (a: Telemetry, b: Telemetry): Telemetry => ({
  ...bothObservers(a, b),
  answered(request) {
    a.answered(request)
    b.answered(request)
  },
})
