import type { Llr } from '../../shared/units.js'
import { startRandom } from '../lib/start-random.js'
import type { Targets } from './boost/boost.js'
import { fitTemperature } from './boost/fit-temperature.js'
import { startTerm } from './boost/term.js'
import type { Example } from './example.js'
import { type FitPlan, fitTables } from './fit-tables.js'
import { massesOf } from './masses-of.js'
import { marginsOf, startColumns, type Table, termOf } from './table.js'

/** Parts of the examples that are left out in turn, so that the posterior is fitted on what the tables have not seen. */
const FOLDS = 3

const targetsOf = (examples: readonly Example[], masses = massesOf(examples)): Targets => ({
  labels: Uint8Array.from(examples, ({ label }) => (label === 'bot' ? 1 : 0)),
  masses,
})

/**
 * Each user in one fold, with all visits. Where a group has too few users for that, leaving one out would leave the group out, and ask how
 * well the tables tell what they know nothing of: there, each visit goes its own way.
 */
function foldsOf(examples: readonly Example[], random: () => number): number[] {
  const users = new Map<string, Set<string>>()
  for (const { group, user } of examples) users.set(group, (users.get(group) ?? new Set()).add(user))
  const folds = new Map<string, number>()
  return examples.map(({ group, user, visit }) => {
    const key = `${group} ${users.get(group)!.size < 2 * FOLDS ? visit : user}`
    const fold = folds.get(key) ?? Math.floor(random() * FOLDS)
    folds.set(key, fold)
    return fold
  })
}

function unseenMargins(examples: readonly Example[], plan: FitPlan, seed: number, onRound: () => void): Float64Array {
  const folds = foldsOf(examples, startRandom(seed))
  const margins = new Float64Array(examples.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.filter((_, i) => folds[i] !== fold)
    const tables = fitTables(startColumns(seen), targetsOf(seen), plan, startRandom(seed), onRound)
    const rest = examples.flatMap((example, i) => (folds[i] === fold ? [{ example, i }] : []))
    const columns = startColumns(rest.map(({ example }) => example))
    const found = marginsOf(
      tables.map((table) => termOf(table, columns)),
      rest.length,
    )
    for (const [at, { i }] of rest.entries()) margins[i] = found[at]!
  }
  return margins
}

export interface FittedCard {
  readonly tables: readonly Table[]
  /** By how much all weights are multiplied in each bin of the amount that was seen, so that the posterior is a probability. */
  readonly scales: readonly number[]
}

/** How many rounds `fitCard` takes, for the progress bar. */
export const roundsOf = ({ rounds }: FitPlan): number => (FOLDS + 1) * (rounds + Math.ceil(rounds / 2))

/** One temperature for each bin of the amount: from little, tables know less than they claim. */
function fitScales(examples: readonly Example[], margins: Float64Array, targets: Targets, { amount }: FitPlan, prior: Llr): number[] {
  const { codes } = startTerm(startColumns(examples)(amount.id), amount.edges)
  return amount.trust.map((trust, bin) => {
    const masses = targets.masses.map((mass, i) => (codes[i] === bin ? mass : 0))
    return trust * fitTemperature(margins, { ...targets, masses }, prior)
  })
}

/**
 * Tables fitted to examples, and made to tell the truth about examples that no table has seen.
 *
 * @param prior ln odds of a bot before anything is seen
 * @param seed decides all that is left to chance
 */
export function fitCard(examples: readonly Example[], plan: FitPlan, prior: Llr, seed: number, onRound = () => {}): FittedCard {
  const targets = targetsOf(examples)
  const scales = fitScales(examples, unseenMargins(examples, plan, seed, onRound), targets, plan, prior)
  return { scales, tables: fitTables(startColumns(examples), targets, plan, startRandom(seed), onRound) }
}
