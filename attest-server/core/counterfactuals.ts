import type { Observations } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import type { Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Action } from '../../shared/wire/verdict.js'

/** "It would have been `action` without …" */
export interface Counterfactual {
  /** One or two: ids of facts (`tell.webdriver`) or names of families (`disguise`), which have no dot. */
  readonly without: readonly string[]
  readonly action: Action
}

/** From what was seen to what is done, by whatever policy. */
export type Decide = (report: ScoreReport) => Action

interface Item {
  readonly name: string
  readonly ids: readonly string[]
}

const ROUGHER: Readonly<Record<Action, number>> = { allow: 0, challenge: 1, block: 2 }
const isMilder = (one: Action, other: Action): boolean => ROUGHER[one] < ROUGHER[other]

/** So many facts are tried at most, the heaviest, and so many sets are named: that bounds the work and the words for one verdict. */
const MOST_FACTS = 12
const MOST_SETS = 20

/** What spoke for a bot, heaviest first; what proved it before all. */
function factsOf(report: ScoreReport, card: Scorecard): readonly string[] {
  const proofs = card.hardRules.filter(({ name }) => report.hard.includes(name)).map(({ id }) => id)
  const weighty = report.contributions.filter(({ llr }) => llr > 0).map(({ id }) => id)
  return [...new Set([...proofs, ...weighty])].slice(0, MOST_FACTS)
}

/** Families of which several facts spoke: of others, the one fact says as much. */
function familiesOf(facts: readonly string[], card: Scorecard): readonly Item[] {
  const members = Object.keys(card.families).map((name) => ({
    name,
    ids: [...new Set(card.rows.filter(({ family }) => family === name).map(({ id }) => id))],
  }))
  return members.filter(({ ids }) => facts.filter((id) => ids.some((one) => one === id)).length > 1)
}

/** Single items that make it milder, and pairs that make it milder than either does alone. */
function minimalSets(items: readonly Item[], verdict: Action, decideWithout: (ids: readonly string[]) => Action): Counterfactual[] {
  const alone = items.map((item) => ({ item, action: decideWithout(item.ids) }))
  const found = alone.filter(({ action }) => isMilder(action, verdict)).map(({ item, action }) => ({ without: [item.name], action }))
  for (const [i, one] of alone.entries()) {
    for (const other of alone.slice(i + 1)) {
      const best = isMilder(one.action, other.action) ? one.action : other.action
      if (best === 'allow') continue
      const action = decideWithout([...one.item.ids, ...other.item.ids])
      if (isMilder(action, best)) found.push({ without: [one.item.name, other.item.name], action })
    }
  }
  return found
}

/**
 * What would have had to be unknown for a milder verdict: each fact that spoke for a bot, and each family of several, is taken away, alone
 * and in pairs, and all is weighed and decided anew. Only the smallest sets are named: those that do more than their parts. Pure.
 * @returns the smallest first, then the mildest, then families before facts; nothing for `allow`.
 */
export function counterfactuals(seen: Observations, report: ScoreReport, card: Scorecard, decide: Decide): readonly Counterfactual[] {
  const verdict = decide(report)
  if (verdict === 'allow') return []
  const facts = factsOf(report, card)
  const items = [...familiesOf(facts, card), ...facts.map((id) => ({ name: id, ids: [id] }))]
  const decideWithout = (ids: readonly string[]) => decide(score(new Map([...seen].filter(([id]) => !ids.includes(id))), card))
  return minimalSets(items, verdict, decideWithout)
    .sort((a, b) => a.without.length - b.without.length || ROUGHER[a.action] - ROUGHER[b.action])
    .slice(0, MOST_SETS)
}
