import { type FeatureId, features } from '../../shared/features/index.js'
import type { Amount, FitPlan } from './fit-tables.js'

interface Family {
  /** Which features speak for it. */
  readonly features: RegExp
  readonly amount: Amount
}

/** What can be fitted: movement by the recordings, all others only by a fleet's (no recording holds a bot that presses or types). */
const families: Readonly<Record<string, Family>> = {
  // 3 and 8 s of movement. A single gesture is believed by half: those on record are slides and circles, and most pages ask for neither.
  movement: { features: /^input\.movement-/, amount: { id: 'input.glides', edges: [24, 64], trust: [0.55, 0.75, 0.9] } },
  press: { features: /^input\.press-/, amount: { id: 'input.strokes', edges: [10], trust: [0.5, 1] } },
  typing: { features: /^input\.key-/, amount: { id: 'input.key-interval', edges: [], trust: [1] } },
  scrolling: { features: /^input\.(wheel|scroll)-/, amount: { id: 'input.wheel-burst', edges: [], trust: [1] } },
}

/**
 * The page, the device or the recorder decides these more than the hand does, and recordings of people and of bots differ in them. They
 * may weigh by hand, with the fleet in mind, and are never fitted.
 */
const NEVER_FITTED: readonly FeatureId[] = ['input.movement-coalescing', 'input.movement-interval-variation']

/** Hands make few steps alike: more of them never speaks for a person. */
const MONOTONE: Partial<Record<FeatureId, -1 | 1>> = { 'input.movement-even-steps': 1 }

/** @throws an Error that names the families where there is none of this name */
export function planOf(name: string): FitPlan {
  const family = families[name]
  if (!family) throw new Error(`no family ${name}: there are ${Object.keys(families).join(', ')}`)
  return {
    evidence: features.map(({ id }) => id).filter((id) => family.features.test(id) && !NEVER_FITTED.includes(id)),
    amount: family.amount,
    depending: 5,
    monotone: MONOTONE,
    rounds: 150,
    rate: 0.1,
    shrinkage: 0.5,
    bins: 7,
    worth: 0.2,
  }
}
