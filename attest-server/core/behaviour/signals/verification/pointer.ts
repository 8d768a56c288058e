import type { VerificationSignal } from '../signal.js'
import { ofEvidence } from './of-evidence.js'
import { ofMeasure } from './of-measures.js'

const RULE = 'Detection Lab’s rule'
const HERE = 'our own; no rule is published'

/** The body as a pointer shows it. */
export const pointer: readonly VerificationSignal[] = [
  // The rule: below 2 px. Nine in ten clicks that near to a centre is no hand's; ten clicks are the least.
  ofMeasure({ name: 'sustained_precision', weight: 0.08, source: RULE }, 'input.posted-click-precise', [
    [0, 5],
    [0.3, 30],
    [0.7, 60],
    [0.9, 70],
    [1, 95],
  ]),
  ofEvidence({ name: 'micro_jitter', weight: 0.08, source: `${RULE}; the card` }, ['mouse_micro_tremor']),
  ofEvidence({ name: 'mouse_curvature', weight: 0.08, source: `${RULE}; the card` }, ['mouse_curvature']),
  ofEvidence({ name: 'no_overshoot', weight: 0.04, source: `${RULE}; the card` }, ['mouse_overshoot']),
  ofEvidence({ name: 'velocity_symmetry', weight: 0.06, source: `${RULE}; the card` }, [
    'mouse_acceleration_asymmetry',
    'mouse_velocity_profile',
  ]),
  ofMeasure({ name: 'interval_regularity', weight: 0.04, source: HERE }, 'input.movement-interval-variation', [
    [0, 100],
    [0.005, 80],
    [0.01, 70],
    [0.03, 50],
    [0.1, 30],
    [0.5, 5],
  ]),
  ofMeasure({ name: 'coordinate_quantization', weight: 0.06, source: HERE }, 'input.posted-click-centred', [
    [0, 20],
    [0.1, 35],
    [0.3, 55],
    [0.6, 70],
    [1, 95],
  ]),
  ofMeasure({ name: 'click_teleport', weight: 0.07, source: HERE }, 'input.press-teleports', [
    [0, 10],
    [0.1, 35],
    [0.3, 55],
    [0.5, 70],
    [1, 95],
  ]),
  ofMeasure(
    { name: 'hover_absence', weight: 0.03, source: HERE },
    'input.posted-click-hovered',
    [
      [0, 15],
      [0.3, 40],
      [0.6, 60],
      [0.8, 70],
      [1, 85],
    ],
    (hovered) => 1 - hovered,
  ),
  // No repetition says little: agents seldom repeat themselves, either.
  ofMeasure({ name: 'path_repetition', weight: 0.06, source: HERE }, 'input.movement-repetition', [
    [0, 40],
    [0.1, 55],
    [0.25, 70],
    [0.6, 90],
    [1, 100],
  ]),
]
