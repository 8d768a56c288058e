import { row } from './row.js'
import type { Row } from './scorecard.js'

const SOURCE = 'recordings 2026-11'

/**
 * How movement weighs. Fitted by `fitBins` (bench/fit-bins.ts) on the recordings: people of balabit, sapimouse, certh, delbot and
 * sgc against the bots of certh, delbot and ghost-cursor. A test fits the numbers anew and compares. The edges are chosen by hand.
 */
export const movementRows: readonly Row[] = [
  row('input.movement-speed-variation', 'movement', [0.1, 0.25, 0.45, 0.6, 0.9], [2, 0.9, 0.1, 0, -0.7, -0.6], SOURCE),
  row('input.movement-speed-entropy', 'movement', [0.3, 0.45, 0.6, 0.75, 0.9], [2, 1.6, 0.9, -0.5, -0.1, -1.5], SOURCE),
  row('input.movement-even-steps', 'movement', [0.3, 0.5, 0.7], [-0.5, -0.8, 1.1, 2], SOURCE),
  row('input.movement-turn-entropy', 'movement', [0.03, 0.1, 0.2, 0.35, 0.6, 0.8], [2, 2, 0.7, -0.4, -0.7, 0.8, 1.8], SOURCE),
  row('input.movement-speed-peaks', 'movement', [0.5, 1, 1.8, 2.8], [2, 2, 1.1, -0.4, -0.8], SOURCE),
  row('input.movement-path-efficiency', 'movement', [0.6, 0.9, 0.975, 0.993], [0.7, -0.2, -0.1, -0.2, 0.6], SOURCE),
  row('input.movement-bow', 'movement', [0.002, 0.006, 0.012, 0.1], [2, 0.7, -0.3, -0.3, 0], SOURCE),
]
