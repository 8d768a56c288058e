import { failed, type Observation, type ObservationId } from '../../../shared/observation.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Fact, FactDeps, HttpFacts, RequestFacts } from '../../facts/fact.js'

function observe(fact: Fact, request: RequestFacts, deps: FactDeps): Observation {
  try {
    const observation = fact.observe(request, deps)
    // Nothing here waits: a request is scored in some microseconds. What looks things up comes as Observations of its own.
    return observation instanceof Promise ? failed('asynchronous') : observation
  } catch {
    return failed('error')
  }
}

/** Asks all facts at once about a request. Never throws: what fails becomes an Observation that says so. */
export function observeRequest(facts: readonly Fact[], http: HttpFacts, now: EpochSeconds): Map<ObservationId, Observation> {
  const observations = new Map<ObservationId, Observation>()
  const request = { http, evidence: undefined }
  const deps = { now }
  for (const fact of facts) observations.set(fact.id, observe(fact, request, deps))
  return observations
}
