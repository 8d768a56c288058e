import type { Observations } from '../observation.js'
import type { Llr } from '../units.js'
import type { Contribution, Engine, HardRule, Scorecard, ScoreReport } from './scorecard.js'
import { holds, numberOf, weigh } from './weigh.js'

const hits = (rule: HardRule, seen: Observations): boolean => (numberOf(seen, rule.id) ?? -Infinity) >= rule.atLeast

/**
 * Pure. Adds the rows of each family, clamps the family (correlated facts count once), adds the families of each engine, and
 * adds the engines to the prior: Bayes' rule with evidence in ln odds (Good, "Probability and the Weighing of Evidence", 1950). Where behaviour
 * contradicts the other engines, what it would take back beyond the card's limit is given back, and all of it where it is in doubt. An id without a row weighs nothing. The
 * same function scores in the browser and on the server.
 */
export function score(seen: Observations, card: Scorecard): ScoreReport {
  const families = new Map<string, Llr>()
  const contributions: Contribution[] = []
  for (const row of card.rows) {
    const llr = weigh(row, seen)
    if (llr === 0) continue
    const { id, family, when } = row
    contributions.push({ id, ...(when && { when }), family, llr })
    families.set(family, (families.get(family) ?? 0) + llr)
  }
  const engines: Record<Engine, Llr> = { behaviour: 0, automation: 0, heuristic: 0 }
  for (const [name, sum] of families) {
    const family = card.families[name]!
    const clamped = Math.min(family.max, Math.max(family.min, sum))
    families.set(name, clamped)
    engines[family.engine] += clamped
  }
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
