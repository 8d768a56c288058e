import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED, LITERATURE } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** Clicks by a pointer, and what led to them. */
export const clicks: readonly DetectionSignal[] = [
  {
    name: 'click_offset',
    weight: 0.04,
    takes: ['input.posted-click-centred', 'input.posted-click-spread'],
    rows: [
      // As `input.press-centred`, which also knows how large it was: small targets are hit in the middle by hand, so less.
      row('input.posted-click-centred', 'press', [0.25, 0.5, 0.9], [-0.3, 0.2, 0.9, 1.8], JUDGED),
      row('input.posted-click-spread', 'press', [0.3, 1], [0.8, 0.3, 0], LITERATURE),
    ],
  },
  {
    name: 'hover_before_click',
    weight: 0.02,
    takes: ['input.posted-click-hovered', 'input.posted-hover-dwell'],
    rows: [
      row('input.posted-click-hovered', 'press', [0.2, 0.8], [0.5, 0, -0.1], JUDGED),
      row('input.posted-hover-dwell', 'press', [5, 30, 5000], [0.8, 0.3, -0.1, 0], JUDGED),
    ],
  },
  {
    name: 'click_approach',
    weight: 0.04,
    takes: ['input.press-teleports', 'input.posted-click-far'],
    // The pointer is not where it clicks: the row of `input.press-teleports`, once more, weighs the rest.
    rows: [row('input.posted-click-far', 'press', [0.3, 0.8], [0, 0.4, 1], JUDGED)],
  },
]
