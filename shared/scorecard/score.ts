import type { Observations } from '../observation.js'
import type { Llr } from '../units.js'
import type { Contribution, Engine, HardRule, Scorecard, ScoreReport } from './scorecard.js'
import { holds, numberOf, weigh } from './weigh.js'

const hits = (rule: HardRule, seen: Observations): boolean => (numberOf(seen, rule.id) ?? -Infinity) >= rule.atLeast

const add = (sums: Map<string, Llr>, name: string, llr: Llr): unknown => sums.set(name, (sums.get(name) ?? 0) + llr)

type Sums = Pick<ScoreReport, 'families' | 'engines'>

/** Adds the rows of each family, and the families of each engine: within the family's limits, and for their share of their cause's. */
function sumsOf(contributions: readonly Contribution[], card: Scorecard): Sums {
  const families = new Map<string, Llr>()
  const causes = new Map<string, Llr>()
  const engines: Record<Engine, Llr> = { behaviour: 0, automation: 0, heuristic: 0 }
  for (const { family, llr } of contributions) add(families, family, llr)
  for (const [name, sum] of families) {
    const { min, max, cause = name } = card.families[name]!
    const llr = Math.min(max, Math.max(min, sum))
    families.set(name, llr)
    add(causes, cause, Math.max(0, llr))
  }
  for (const [name, llr] of families) {
    const { engine, cause = name } = card.families[name]!
    // What is below the limit of its cause counts as it is, and so does what speaks for a person.
    const share = llr > 0 ? Math.min(1, (card.causes[cause] ?? Infinity) / causes.get(cause)!) : 1
    engines[engine] += llr * share
  }
  return { families, engines }
}

/**
 * Pure. Adds the rows of each family, clamps the family (correlated facts count once), adds the families of each engine (those for which one
 * cause may speak, up to its limit), and adds the engines to the prior: Bayes' rule with evidence in ln odds (Good, "Probability and the Weighing
 * of Evidence", 1950). Where behaviour contradicts the other engines, what it would take back beyond the card's limit is given back,
 * and all of it where it is in doubt. An id without a row weighs nothing. The same function scores in the browser and on the server.
 */
export function score(seen: Observations, card: Scorecard): ScoreReport {
  const contributions: Contribution[] = []
  for (const row of card.rows) {
    const llr = weigh(row, seen)
    if (llr === 0) continue
    const { id, family, when } = row
    contributions.push({ id, ...(when && { when }), family, llr })
  }
  const { families, engines } = sumsOf(contributions, card)
  const { behaviour, automation, heuristic } = engines
  const inDoubt = card.doubts !== undefined && holds(card.doubts, seen)
  const givenBack = Math.max(0, inDoubt ? -behaviour : Math.min(automation + heuristic, -behaviour) - card.takesBack)
  const llr = card.prior + behaviour + automation + heuristic + givenBack
  return {
    card: card.version,
    posterior: 1 / (1 + Math.exp(-llr)),
    llr,
    families,
    engines,
    givenBack,
    contributions: contributions.sort((a, b) => Math.abs(b.llr) - Math.abs(a.llr)),
    hard: card.hardRules.filter((rule) => hits(rule, seen)).map((rule) => rule.name),
  }
}
