import { behaviourTable } from './behaviour-table.js'
import { type FittedFamily, fittedRows } from './fitted-rows.js'
import { between, row, where } from './row.js'
import type { Family, Row } from './scorecard.js'
import { FLEET, NEARLY_BY_DEFINITION, RECORDINGS, SURVEY } from './sources.js'

/** No recording holds a bot that presses, types or turns a wheel. */
const JUDGED = `judged by hand: ${SURVEY}`
/** What is published of people, held far below what it would be worth: nobody here has measured both sides. */
const LITERATURE = 'literature (see the feature), lowered'
/** Of the people, 6 from 0.58 on, none from 0.62 on; of 16 live visits of `os-bezier` 16 and 15. */
const NOISE = `${RECORDINGS}; ${FLEET}, lowered`

/** Of three fingers, one in 100,000 at most, by the feature's own figure. What taps for a person (voice, switches) may: asked at most. */
const CENTRES = `${FLEET}; geometry`

/** Straight on, and from 4 s on: of few steps, the slow ones at either end are most, and a pixel is a rough turn. */
const onStraightWays = where(between('input.movement-path-efficiency', 0.9), between('input.glides', 32))

/** Where the browser has client hints, as Chromium has: elsewhere a screen reader's press is a touch on the centre (VoiceOver). */
const inChromium = where(between('tell.brands', 0, 2))

/**
 * One family alone, at its most, ends in a challenge: a block takes two. What speaks for a person is worth the more, the harder it is
 * to feign: a believable hold is one line of code, a believable movement is not. All but movement may have one cause: a program does for
 * somebody what their hands do not.
 */
export const behaviourFamilies = {
  movement: { engine: 'behaviour', min: -3, max: 5 },
  press: { engine: 'behaviour', min: -0.4, max: 4, cause: 'assistance' },
  // Dictation types whole words as a program does: strong, and no more than an answered challenge outweighs.
  typing: { engine: 'behaviour', min: -0.5, max: 3, cause: 'assistance' },
  scrolling: { engine: 'behaviour', min: -0.3, max: 3, cause: 'assistance' },
  touch: { engine: 'behaviour', min: 0, max: 3, cause: 'assistance' },
  forms: { engine: 'behaviour', min: 0, max: 3, cause: 'assistance' },
  // Never strong by itself: people hurry, and wait, for reasons of their own.
  pace: { engine: 'behaviour', min: 0, max: 1.5, cause: 'assistance' },
} as const satisfies Record<string, Family>

/**
 * How behaviour weighs. Movement is fitted (`bench/calibrate`); no other row alone reaches a challenge but noise on a straight way, taps on
 * centres and submits without a hand: these also from −2.6, where a visit stands whose tells pass and whose work is done.
 */
export const behaviourRows: readonly Row[] = [
  ...Object.entries<FittedFamily>(behaviourTable).flatMap(([family, fitted]) => fittedRows(family, fitted)),
  row('input.movement-coalescing', 'movement', [1.05, 1.5], [0.3, 0, -0.3], JUDGED),
  // Straight on, and rough from step to step: noise that was added to each point. A hand that shakes goes a longer way; one that is slow, a smoother.
  onStraightWays(row('input.movement-turn-entropy', 'movement', [0.58, 0.62], [0, 2, 4], NOISE)),

  row('input.press-teleports', 'press', [0.2, 0.5, 0.9], [-0.5, 0.4, 1.2, 2], JUDGED),
  row('input.press-hover', 'press', [2, 8, 15, 1000], [1, 0.5, 0, -0.4, 0], JUDGED),
  row('input.press-dwell', 'press', [6, 10, 25, 40, 400], [2, 1.5, 0.5, 0, -0.8, 0], JUDGED),
  row('input.press-dwell-spread', 'press', [1.5, 4, 8], [1.2, 0.5, 0, -0.5], JUDGED),
  row('input.press-centred', 'press', [0.25, 0.5, 0.9], [-0.3, 0.3, 1.2, 2], JUDGED),
  row('input.press-landing', 'press', [6, 20], [-0.2, 0, 0.6], LITERATURE),
  row('input.press-hover-spread', 'press', [0.1, 0.25], [0.8, 0.3, 0], LITERATURE),
  row('input.press-offset-spread', 'press', [0.01, 0.04], [0.8, 0.3, 0], LITERATURE),
  row('input.press-throughput', 'press', [12, 25], [0, 0.4, 0.8], LITERATURE),
  row('input.press-scrolled', 'press', [0.4, 0.9], [0, 0.3, 0.8], JUDGED),

  row('input.key-dwell', 'typing', [5, 15, 30, 45, 250], [2, 1.5, 0.8, 0, -0.6, 0], JUDGED),
  row('input.key-dwell-spread', 'typing', [2, 5, 10, 14], [2, 1.2, 0.3, 0, -0.5], JUDGED),
  row('input.key-interval', 'typing', [15, 40, 60], [2, 1.2, 0.4, -0.2], JUDGED),
  row('input.key-interval-spread', 'typing', [8, 20, 35, 60], [1.8, 1.2, 0.5, 0, -0.6], JUDGED),
  row('input.key-interval-log-spread', 'typing', [0.08, 0.2], [0.8, 0.3, 0], LITERATURE),
  row('input.key-rollover', 'typing', [0.05], [0, -0.4], LITERATURE),
  row('input.input-corrections', 'typing', [0.01], [0, -0.3], LITERATURE),

  row('input.wheel-interval-spread', 'scrolling', [0.05, 0.15], [0.8, 0.3, 0], LITERATURE),
  row('input.scroll-handless', 'scrolling', [0.5], [0, 0.4], JUDGED),

  inChromium(row('input.touch-centred', 'touch', [0.9], [0, 2.8], CENTRES)),
  row('input.touch-dwell', 'touch', [5, 20], [0.8, 0.3, 0], LITERATURE),

  row('input.input-keyless', 'forms', [0.2, 0.5], [0, 1, 2], JUDGED),
  row('input.submit-handless', 'forms', [0.5], [0, 2.8], JUDGED),
  row('input.click-untrusted', 'forms', [0.5], [0, 1.5], NEARLY_BY_DEFINITION),
  row('input.input-bulk', 'forms', [0.2, 0.5], [0, 0.3, 0.6], JUDGED),

  row('input.action-gap-spread', 'pace', [0.1, 0.25], [0.8, 0.3, 0], LITERATURE),
]
