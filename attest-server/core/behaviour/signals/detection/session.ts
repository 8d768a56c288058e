import { row } from '../../../../../shared/scorecard/row.js'
import { JUDGED, NEARLY_BY_DEFINITION } from '../../evidence/sources.js'
import type { DetectionSignal } from '../signal.js'

/** The session as a whole. */
export const session: readonly DetectionSignal[] = [
  {
    name: 'event_ordering',
    weight: 0.02,
    takes: ['input.posted-disorder'],
    // Collectors post some events late: most of a session's, none does.
    rows: [row('input.posted-disorder', 'pace', [0.1, 0.3], [0, 0.3, 0.8], JUDGED)],
  },
  {
    name: 'session_structure',
    weight: 0.03,
    neutral: 0.8,
    takes: ['input.action-gap-spread', 'input.movement-pause-spread', 'input.posted-response', 'input.posted-response-variation'],
    rows: [
      // Reactions to what is seen take 150 ms and more (Woods et al., Frontiers in Human Neuroscience 9, 2015: 213 ms at the fastest ages).
      row('input.posted-response', 'pace', [60, 150], [1.2, 0.6, 0], JUDGED),
      row('input.posted-response-variation', 'pace', [0.1, 0.2], [0.6, 0.2, 0], JUDGED),
    ],
  },
  {
    name: 'trusted_events',
    weight: 0.06,
    takes: ['input.posted-untrusted', 'input.click-untrusted'],
    rows: [row('input.posted-untrusted', 'dispatch', [0.02, 0.3, 0.9], [-0.1, 0, 1.5, 3], NEARLY_BY_DEFINITION)],
  },
]
