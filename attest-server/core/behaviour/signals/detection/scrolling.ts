import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED, LITERATURE } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** The wheel, and what was read by it. */
export const scrolling: readonly DetectionSignal[] = [
  {
    name: 'scroll_cadence',
    weight: 0.03,
    takes: ['input.posted-scroll-spread', 'input.posted-scroll-same', 'input.posted-scroll-odd'],
    rows: [
      // As `input.wheel-interval-spread`, of events that may be a notch's or a trackpad's.
      row('input.posted-scroll-spread', 'scrolling', [0.05, 0.15, 0.5], [0.8, 0.3, 0, -0.2], LITERATURE),
      row('input.posted-scroll-same', 'scrolling', [0.5, 0.9], [0, 0.5, 1.2], JUDGED),
      row('input.posted-scroll-odd', 'scrolling', [0.3], [0, 0.5], JUDGED),
    ],
  },
  {
    name: 'scroll_pauses',
    weight: 0.02,
    takes: ['input.posted-scroll-pause-spread'],
    rows: [row('input.posted-scroll-pause-spread', 'scrolling', [0.05, 0.15, 0.5], [0.8, 0.3, 0, -0.2], LITERATURE)],
  },
  {
    name: 'reading_time',
    weight: 0.02,
    takes: ['input.posted-reading-pace'],
    // People read 3 to 6 words a second (Brysbaert, J. Memory and Language 109, 2019). Who skims and leaves is no bot: never more.
    rows: [row('input.posted-reading-pace', 'pace', [10, 100], [0, 0.2, 0.4], LITERATURE)],
  },
]
