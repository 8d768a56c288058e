import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** Where the pointer went. */
export const mouseShape: readonly DetectionSignal[] = [
  {
    name: 'mouse_curvature',
    weight: 0.15,
    neutral: 1.4,
    takes: [
      'input.movement-path-efficiency',
      'input.movement-bow',
      'input.movement-lateral-deviation',
      'input.movement-chord-crossings',
      'input.movement-curvature',
      'input.movement-straight-share',
      'input.movement-curve-residual',
      'input.movement-glide-straight',
      'input.movement-glide-change',
    ],
    rows: [],
  },
  { name: 'mouse_overshoot', weight: 0.03, neutral: 0.8, takes: ['input.movement-overshoot', 'input.movement-approach'], rows: [] },
  {
    name: 'mouse_path_uniqueness',
    weight: 0.05,
    neutral: 0.2,
    takes: ['input.movement-repetition', 'input.movement-duration-spread'],
    // The fit knows no replay, and gave it 0. No hand draws 80 px twice within 1.5 px.
    rows: [row('input.movement-repetition', 'movement', [0.15, 0.4], [0, 1.5, 3], JUDGED)],
  },
]
