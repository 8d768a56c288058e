import { type FeatureId, features } from '../../shared/features/index.js'
import type { FitPlan } from './fit-tables.js'

/**
 * The page, the device or the recorder decides these more than the hand does, and recordings of people and of bots differ in them. They
 * may weigh by hand, with the fleet in mind, and are never fitted.
 */
const NEVER_FITTED: readonly FeatureId[] = ['input.movement-coalescing', 'input.movement-interval-variation']

/**
 * How movement is fitted; nothing else is, for no recording holds a bot that presses, types or scrolls. Decision 18 tells of the trials. Where
 * no reason for a size stands here, it was set by hand, and no trial of others is on record.
 */
export const movementPlan: FitPlan = {
  evidence: features.map(({ id }) => id).filter((id) => id.startsWith('input.movement-') && !NEVER_FITTED.includes(id)),
  // 3 and 8 s of movement. A single gesture is believed by half: those on record are slides and circles, and most pages ask for neither.
  amount: { id: 'input.glides', edges: [24, 64], trust: [0.55, 0.75, 0.9] },
  // Chosen by cross-validation on what may be fitted, with persons left out and with whole sources and kinds left out: both gained by it.
  depending: 5,
  // Hands make few steps alike: more of them never speaks for a person.
  monotone: { 'input.movement-even-steps': 1 },
  // Each is a step on every table; half as many more once bins are merged. More made all weights steeper, and simulated people with a dozen
  // glides came close to a challenge.
  rounds: 150,
  // A tenth of each Newton step: tables that say the same take turns, and share the credit.
  rate: 0.1,
  // As much as half an independent example that says nothing, in each bin: one of few examples stays near 0.
  shrinkage: 0.5,
  // Fewer than the shape is looked for in: they are easier to read, and browsers carry them.
  bins: 7,
  // Neighbouring bins are one where that loses less than this (deviance, to second order), so that tables follow chance less.
  worth: 0.2,
  // Less than it takes from a clean visit to a challenge: a tail where no person of the data is, is where another kind of person may be. An eye tracker's
  // noise was there, and alone outweighed all else.
  most: 2.4,
}
