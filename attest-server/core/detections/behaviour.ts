import type { Llr } from '../../../shared/units.js'
import type { Detection } from './detection.js'

/** As much as makes bots three times as likely: less is the noise of people. */
const SPEAKS: Llr = 1.1

const family = (id: number, name: string, of: string, title: string): Detection => ({
  id,
  name,
  title,
  signs: [{ family: of, from: SPEAKS }],
})

/** 3xx: how input goes and how it came about, a family of the card each. New ones go to the end. */
export const behaviourDetections: readonly Detection[] = [
  family(301, 'movement_unlike_hand', 'movement', 'The pointer moves unlike a hand.'),
  family(302, 'presses_unlike_hand', 'press', 'Presses come unlike a hand’s.'),
  family(303, 'typing_unlike_hand', 'typing', 'Keys come unlike a hand’s.'),
  family(304, 'scrolling_unlike_hand', 'scrolling', 'The page scrolls without what scrolls it.'),
  family(305, 'touch_unlike_finger', 'touch', 'Touches come unlike a finger’s.'),
  family(306, 'forms_without_hand', 'forms', 'Forms are filled or sent without input.'),
  family(307, 'pace_unlike_person', 'pace', 'Actions follow each other at a program’s pace.'),
  family(308, 'input_synthesized', 'protocol', 'Input came by a protocol or a script, not from a device.'),
]
