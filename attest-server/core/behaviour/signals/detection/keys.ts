import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED, LITERATURE } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** When keys were pressed. Nothing is asked of when they were let go: no `keyup` is posted. */
export const keys: readonly DetectionSignal[] = [
  {
    name: 'keystroke_timing',
    weight: 0.15,
    takes: ['input.key-interval-spread', 'input.key-interval-log-spread'],
    rows: [],
  },
  {
    name: 'keystroke_rhythm',
    weight: 0.03,
    takes: ['input.posted-key-correlation', 'input.posted-key-pauses'],
    rows: [
      // Two delays in turn (−1), or one that grows (1): no hand is as regular. Noise drawn anew for each key is near 0, as many hands are.
      row('input.posted-key-correlation', 'typing', [-0.6, 0.8], [0.8, 0, 0.5], LITERATURE),
      row('input.posted-key-pauses', 'typing', [0.01, 0.6], [0, -0.2, 0], LITERATURE),
    ],
  },
  { name: 'typing_speed', weight: 0.04, takes: ['input.key-interval'], rows: [] },
  {
    name: 'typing_corrections',
    weight: 0.02,
    takes: ['input.posted-key-corrections'],
    // As `input.input-corrections`; a text without a mistake is nothing unusual.
    rows: [row('input.posted-key-corrections', 'typing', [0.01, 0.5], [0, -0.3, 0], JUDGED)],
  },
]
