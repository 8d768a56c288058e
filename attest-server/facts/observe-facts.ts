import { failed, type Observation, type ObservationId } from '../../shared/observation.js'
import type { Ms } from '../../shared/units.js'
import type { Fact, FactDeps, RequestFacts } from './fact.js'

/** A fact that takes longer is not worth waiting for: the visitor waits with us. */
const FACT_TIME_LIMIT: Ms = 250

function within(observation: Promise<Observation>, limit: Ms): Promise<Observation> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Observation>((resolve) => {
    timer = setTimeout(() => resolve(failed('timeout')), limit)
  })
  return Promise.race([observation, late]).finally(() => clearTimeout(timer))
}

async function observe(fact: Fact, request: RequestFacts, deps: FactDeps, limit: Ms): Promise<Observation> {
  try {
    const observation = fact.observe(request, deps)
    return observation instanceof Promise ? await within(observation, limit) : observation
  } catch {
    return failed('error')
  }
}

/** Asks all facts at once. Never rejects: what fails or takes too long becomes an Observation that says so. */
export async function observeFacts(
  facts: readonly Fact[],
  request: RequestFacts,
  deps: FactDeps,
  limit: Ms = FACT_TIME_LIMIT,
): Promise<ReadonlyMap<ObservationId, Observation>> {
  const observed = facts.map(async (fact) => [fact.id, await observe(fact, request, deps, limit)] as const)
  return new Map(await Promise.all(observed))
}
