import type { VerificationSignal } from '../signal.js'
import { ofEvidence } from './of-evidence.js'
import { ofMeasure } from './of-measures.js'

const RULE = 'Detection Lab’s rule'
const HERE = 'our own; no rule is published'

/** The body as keys, wheel and waiting show it. */
export const pace: readonly VerificationSignal[] = [
  // The rule: over 500 characters a second. The fastest of people reach 20.
  ofMeasure(
    { name: 'throughput_capacity', weight: 0.06, source: RULE },
    'input.posted-key-mean',
    [
      [0, 5],
      [5, 20],
      [20, 45],
      [50, 60],
      [500, 70],
      [1000, 90],
      [2000, 100],
    ],
    (mean) => 1000 / mean,
  ),
  // The rule: below 150 ms.
  ofMeasure({ name: 'response_latency', weight: 0.06, source: RULE }, 'input.posted-response', [
    [0, 100],
    [50, 90],
    [150, 70],
    [300, 50],
    [800, 30],
    [3000, 10],
  ]),
  // Hands: 0.4 and more (Dhakal et al., CHI 2018: mean 239 ms, SD 112).
  ofMeasure({ name: 'keystroke_uniformity', weight: 0.08, source: HERE }, 'input.posted-key-variation', [
    [0, 100],
    [0.05, 90],
    [0.2, 70],
    [0.3, 45],
    [0.5, 20],
    [1, 5],
  ]),
  // A text without a mistake is nothing unusual: at most 70.
  ofMeasure({ name: 'no_corrections', weight: 0.03, source: HERE }, 'input.posted-key-corrections', [
    [0, 70],
    [0.005, 55],
    [0.02, 40],
    [0.06, 20],
    [0.15, 5],
  ]),
  ofMeasure({ name: 'scroll_uniformity', weight: 0.04, source: HERE }, 'input.posted-scroll-same', [
    [0, 20],
    [0.3, 40],
    [0.7, 60],
    [0.9, 70],
    [1, 95],
  ]),
  // Brysbaert, J. Memory and Language 109, 2019: people read 3 to 6 words a second.
  ofMeasure({ name: 'reading_skip', weight: 0.05, source: HERE }, 'input.posted-reading-pace', [
    [2, 10],
    [6, 30],
    [20, 50],
    [100, 70],
    [500, 95],
  ]),
  ofEvidence({ name: 'automation_surface', weight: 0.08, source: `${HERE}; the card` }, [
    'trusted_events',
    'fingerprint',
    'stealth_artifacts',
  ]),
]
