import { behaviourDetections } from './behaviour.js'
import { clientDetections } from './client.js'
import { crawlerDetections } from './crawlers.js'
import type { Detection } from './detection.js'
import { heuristicDetections } from './heuristics.js'
import { networkDetections } from './network.js'
import { protocolDetections } from './protocol.js'

/**
 * Every detection, by number. A number and its name are for good: `held.json` holds them, and a detection that is no more leaves its
 * number empty for ever.
 */
export const detections: readonly Detection[] = [
  ...heuristicDetections,
  ...clientDetections,
  ...behaviourDetections,
  ...networkDetections,
  ...crawlerDetections,
  ...protocolDetections,
]
