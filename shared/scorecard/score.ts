import type { Observation, Observations } from '../observation.js'
import type { Llr } from '../units.js'
import type { Contribution, Engine, HardRule, Row, Scorecard, ScoreReport } from './scorecard.js'

const numberOf = (observation: Observation | undefined): number | undefined =>
  observation?.state === 'ok' && typeof observation.value !== 'string' ? Number(observation.value) : undefined

function weigh(row: Row, value: number | undefined): Llr {
  if (value === undefined || Number.isNaN(value)) return row.missing
  return row.bins.find((bin) => value < bin.below)?.llr ?? row.missing
}

const hits = (rule: HardRule, seen: Observations): boolean => (numberOf(seen.get(rule.id)) ?? -Infinity) >= rule.atLeast

/**
 * Pure. Adds the rows of each family, clamps the family (correlated facts count once), and adds the families to the prior:
 * Bayes' rule with evidence in ln odds (Good, "Probability and the Weighing of Evidence", 1950). An id without a row weighs
 * nothing. The same function scores in the browser and on the server.
 */
export function score(seen: Observations, card: Scorecard): ScoreReport {
  const families = new Map<string, Llr>()
  const contributions: Contribution[] = []
  for (const row of card.rows) {
    const llr = weigh(row, numberOf(seen.get(row.id)))
    if (llr === 0) continue
    contributions.push({ id: row.id, family: row.family, llr })
    families.set(row.family, (families.get(row.family) ?? 0) + llr)
  }
  const engines: Record<Engine, Llr> = { behaviour: 0, automation: 0, heuristic: 0 }
  for (const [name, sum] of families) {
    const family = card.families[name]!
    const clamped = Math.min(family.max, Math.max(family.min, sum))
    families.set(name, clamped)
    engines[family.engine] += clamped
  }
  const llr = card.prior + engines.behaviour + engines.automation + engines.heuristic
  return {
    card: card.version,
    posterior: 1 / (1 + Math.exp(-llr)),
    llr,
    families,
    engines,
    contributions: contributions.sort((a, b) => Math.abs(b.llr) - Math.abs(a.llr)),
    hard: card.hardRules.filter((rule) => hits(rule, seen)).map((rule) => rule.name),
  }
}
