import type { Observation } from '../observation.js'
import { type FeatureId, features } from './index.js'
import type { InputEvent } from './input-event.js'

/** All features at once. The same events give the same readings, however they are batched and whenever they are read. */
export function startFeatures(): { push(event: InputEvent): void; read(): ReadonlyMap<FeatureId, Observation<number>> } {
  const running = features.map((feature) => ({ id: feature.id, accumulator: feature.start() }))
  return {
    push(event) {
      for (const { accumulator } of running) accumulator.push(event)
    },
    read: () => new Map(running.map(({ id, accumulator }) => [id, accumulator.read()])),
  }
}
