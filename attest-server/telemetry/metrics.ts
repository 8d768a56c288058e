import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds, from what a check takes to what a visitor gives up at. */
const SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/**
 * All that is measured, beside what prom-client says of every Node process (`process_*`, `nodejs_*`: memory, processor time, garbage, delay of the event
 * loop). Labels take values from lists of ours alone: no project, no session, no address, nothing that a client writes.
 */
export function createMetrics() {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `vouchsafe_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Histogram({ name: `vouchsafe_${name}`, help, labelNames, registers, buckets: SECONDS })
  const gauge = (name: string, help: string) => new Gauge({ name: `vouchsafe_${name}`, help, registers })
  return {
    register,
    challenges: counter('challenges_total', 'Challenges and forms given out.', 'way'),
    submissions: counter('submissions_total', 'Evidence and forms that came back.', 'way'),
    rejections: counter('rejections_total', 'Evidence and forms whose integrity was found wrong.', 'way', 'reason'),
    reveals: counter('reveals_total', 'Evidence that was asked for slices of its trace.', 'way'),
    verifications: counter('verifications_total', 'Evidence and forms whose integrity is beyond doubt.', 'way'),
    verdicts: counter('verdicts_total', 'Verdicts, by what the browser was told.', 'way', 'action'),
    stage: histogram('stage_seconds', 'Time that evidence and forms spend in a stage.', 'way', 'stage'),
    requests: histogram(
      'http_request_seconds',
      'Time from a request to its answer, the wait for its turn included.',
      'route',
      'method',
      'status',
    ),
    wait: histogram('wait_seconds', 'Time that requests wait for their turn.'),
    gone: counter('requests_gone_total', 'Requests that were never begun: their connection ended before their turn.'),
    store: histogram('store_seconds', 'Time that the store takes to answer.', 'port'),
    storeFaults: counter('store_faults_total', 'Times that the store could not answer.', 'port'),
    storeUp: gauge('store_up', 'Whether the store answers now: 1 or 0.'),
    inbox: gauge('inbox_bytes', 'Events of sessions that wait to be scored.'),
    keyAge: gauge('signing_key_age_seconds', 'For how long the signing key has been signing.'),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
