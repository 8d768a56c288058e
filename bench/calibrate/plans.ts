import { type FeatureId, features } from '../../shared/features/index.js'
import type { FitPlan } from './fit-tables.js'

/** Which features speak for which family of evidence. Those that no pattern fits are context, or wait for data of their own. */
const families: Readonly<Record<string, RegExp>> = {
  movement: /^input\.movement-/,
  press: /^input\.press-/,
  typing: /^input\.key-/,
  scrolling: /^input\.(wheel|scroll)-/,
}

/**
 * No hand decides these, but the page, the device or the recorder, and recordings of people and of bots differ in it: they may weigh by
 * hand, with the fleet in mind, and are never fitted.
 */
const NEVER_FITTED: readonly FeatureId[] = ['input.movement-coalescing']

/** Only more than a hand's worth of these is suspicious, and never less. */
const MONOTONE: Partial<Record<FeatureId, -1 | 1>> = {
  'input.movement-even-steps': 1,
}

/** @throws an Error that names the families where there is none of this name */
export function planOf(family: string): FitPlan {
  const pattern = families[family]
  if (!pattern) throw new Error(`no family ${family}: there are ${Object.keys(families).join(', ')}`)
  const ids = features.map(({ id }) => id)
  return {
    evidence: ids.filter((id) => pattern.test(id) && !NEVER_FITTED.includes(id)),
    context: [],
    monotone: MONOTONE,
    rounds: 100,
    rate: 0.1,
    shrinkage: 1,
    worth: 0.2,
    pairs: 8,
    bins: 7,
  }
}
