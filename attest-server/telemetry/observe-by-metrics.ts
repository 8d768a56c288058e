import { type Stage, stages, type Way, ways } from '../core/observer.js'
import type { AnsweredRequest } from '../routes/http/observe-requests.js'
import type { Metrics } from './metrics.js'
import type { Telemetry } from './telemetry.js'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']

/** What an observation of one set of labels is done by: looked up once, because to look one up costs more than to observe. */
type Observe = (seconds: number) => void

/** A client may write any method and status codes are many: of both there is a short list. */
const labelsOf = ({ route, method, status }: AnsweredRequest) => ({
  route,
  method: METHODS.includes(method) ? method : 'other',
  status: `${Math.floor(status / 100)}xx`,
})

function stageClocks({ stage: histogram }: Metrics, way: Way): Readonly<Record<Stage, Observe>> {
  return Object.fromEntries(stages.map((stage) => [stage, histogram.labels({ way, stage }).observe])) as Record<Stage, Observe>
}

/** @param stopwatch milliseconds, of any origin */
export function observeByMetrics(metrics: Metrics, stopwatch: () => number): Telemetry {
  const clocks = Object.fromEntries(ways.map((way) => [way, stageClocks(metrics, way)])) as Record<Way, ReturnType<typeof stageClocks>>
  const answered = new Map<string, Observe>()
  return {
    challenged: (way) => metrics.challenges.inc({ way }),
    submitted(way) {
      metrics.submissions.inc({ way })
      let last = stopwatch()
      return {
        lap(stage) {
          const now = stopwatch()
          clocks[way][stage]((now - last) / 1000)
          last = now
        },
        of: () => undefined,
        asked: () => metrics.reveals.inc({ way }),
        verified: () => metrics.verifications.inc({ way }),
        ended: (action) => metrics.verdicts.inc({ way, action }),
        rejected: (reason) => metrics.rejections.inc({ way, reason }),
      }
    },
    answered(request) {
      const labels = labelsOf(request)
      const key = `${labels.method} ${labels.status} ${labels.route}`
      const observe = answered.get(key) ?? metrics.requests.labels(labels).observe
      answered.set(key, observe)
      observe(request.ms / 1000)
      metrics.wait.observe(request.waited / 1000)
    },
  }
}
