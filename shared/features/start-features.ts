import type { Observation } from '../observation.js'
import type { Accumulator } from './feature.js'
import { type FeatureId, features } from './index.js'
import type { InputEvent } from './input-event.js'

/** All features at once. The same events give the same readings, however they are batched and whenever they are read. */
export function startFeatures(): { push(event: InputEvent): void; read(): ReadonlyMap<FeatureId, Observation<number>> } {
  const running = new Map<FeatureId, Accumulator>()
  const hearers = new Map<string, Accumulator[]>()
  for (const feature of features) {
    const accumulator = feature.start()
    running.set(feature.id, accumulator)
    for (const kind of feature.hears) hearers.set(kind, [...(hearers.get(kind) ?? []), accumulator])
  }
  return {
    push(event) {
      for (const accumulator of hearers.get(event.kind) ?? []) accumulator.push(event)
    },
    read: () => new Map([...running].map(([id, accumulator]) => [id, accumulator.read()])),
  }
}
