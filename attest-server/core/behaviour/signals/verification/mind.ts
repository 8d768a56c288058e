import type { VerificationSignal } from '../signal.js'

const RULE = 'Detection Lab’s rule'

/** Who decides, as the times between deeds show it: all of it is weak evidence, and none without a handful of deeds. */
export const mind: readonly VerificationSignal[] = [
  {
    ...{ name: 'latency_consistency', dimension: 'mind', weight: 0.5, source: RULE },
    read: ({ numberOf }) => numberOf('input.posted-response-variation'),
    // The rule: a coefficient of variation below 0.3 is a bot's, people have 0.5 and more.
    scale: [
      [0, 100],
      [0.15, 85],
      [0.3, 70],
      [0.5, 40],
      [0.8, 20],
      [1.5, 5],
    ],
  },
  {
    ...{ name: 'instruction_independence', dimension: 'mind', weight: 0.2, source: RULE },
    read: ({ numberOf }) => numberOf('input.posted-long-gaps'),
    // A language model that thinks for 6 s looks like a person who does: hence the small weight.
    scale: [
      [0, 85],
      [0.05, 70],
      [0.15, 50],
      [0.4, 25],
      [1, 5],
    ],
  },
  {
    ...{ name: 'reasoning_consistency', dimension: 'mind', weight: 0.3, source: RULE },
    read: ({ numberOf }) => Math.abs(numberOf('input.posted-response-drift')),
    // Of ten deeds that have nothing to do with each other, one in ten sessions drifts by 0.55.
    scale: [
      [0, 80],
      [0.3, 70],
      [0.55, 45],
      [0.8, 15],
      [1, 5],
    ],
  },
]
