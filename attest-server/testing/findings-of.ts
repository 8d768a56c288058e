import type { InputEvent } from '../../shared/features/input-event.js'
import { startFeatures } from '../../shared/features/reading/start-features.js'
import { startTally } from '../../shared/features/reading/tally.js'
import type { Findings } from './honest-client.js'

/** What the collector would have seen of these events, by its own code. The page is as old as the last of them says. */
export function findingsOf(events: readonly InputEvent[]): Required<Omit<Findings, 'trace'>> {
  const [features, tally] = [startFeatures(), startTally()]
  for (const event of events) {
    features.push(event)
    tally.push(event)
  }
  return { observations: features.read(), tally: tally.read(events.at(-1)?.t ?? 0) }
}
