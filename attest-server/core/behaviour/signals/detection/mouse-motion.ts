import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** How the pointer went there. */
export const mouseMotion: readonly DetectionSignal[] = [
  {
    name: 'mouse_velocity_profile',
    weight: 0.07,
    takes: [
      'input.movement-speed-variation',
      'input.movement-speed-peaks',
      'input.movement-speed-entropy',
      'input.movement-speed-autocorrelation',
      'input.movement-power-law',
      'input.movement-scaling',
      'input.movement-glide-variation',
      'input.movement-glide-entropy',
      'input.movement-glide-peaks',
    ],
    rows: [],
  },
  {
    name: 'mouse_acceleration_asymmetry',
    weight: 0.04,
    takes: ['input.movement-acceleration-asymmetry', 'input.movement-peak-position', 'input.movement-peak-spread'],
    rows: [],
  },
  {
    name: 'mouse_micro_tremor',
    weight: 0.05,
    takes: [
      'input.movement-tremor',
      'input.movement-jerk',
      'input.movement-smoothness',
      'input.movement-turn-entropy',
      'input.movement-sample-entropy',
    ],
    rows: [],
  },
  {
    name: 'mouse_sampling',
    weight: 0.03,
    neutral: 0.6,
    takes: ['input.movement-even-steps', 'input.movement-step-entropy', 'input.movement-interval-variation'],
    // Times that a program wrote are all alike; those of a display of 60 Hz vary by some hundredths when rounded.
    rows: [row('input.movement-interval-variation', 'movement', [0.002, 0.01], [0.8, 0.3, 0], JUDGED)],
  },
]
