import type { Observations } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import type { Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Action } from '../../shared/wire/verdict.js'

/** "It would have been `action` without …" */
export interface Counterfactual {
  /** One or two: ids of facts (`tell.webdriver`), or names of families (`disguise`) or their causes (`identity`), which have no dot. */
  readonly without: readonly string[]
  readonly action: Action
}

/** From what was seen to what is done, by whatever policy. */
export type Decide = (report: ScoreReport, card: Scorecard) => Action

/** How far to look: pairs take ten times as long, and are only looked for where somebody paid for the answer. */
export type Depth = 'single' | 'pairs'

interface Item {
  readonly name: string
  readonly ids: readonly string[]
}

const ROUGHER: Readonly<Record<Action, number>> = { allow: 0, challenge: 1, block: 2 }
const isMilder = (one: Action, other: Action): boolean => ROUGHER[one] < ROUGHER[other]

/** So many facts are tried at most, the heaviest, and so many sets are named: that bounds the work and the words for one verdict. */
const MOST_FACTS = 12
const MOST_SETS = 20

/** What spoke for a bot, heaviest first; what proved it before all, and what it only spoke under after all. */
function factsOf(report: ScoreReport, card: Scorecard): readonly string[] {
  const proofs = card.hardRules.filter(({ name }) => report.hard.includes(name)).map(({ id }) => id)
  const weighty = report.contributions.filter(({ llr }) => llr > 0)
  const conditions = weighty.flatMap(({ when = [] }) => when.map(({ id }) => id))
  return [...new Set([...proofs, ...weighty.map(({ id }) => id), ...conditions])].slice(0, MOST_FACTS)
}

/** Families of which several facts spoke, and causes of which several families did: of others, the part says as much as the whole. */
function groupsOf(facts: readonly string[], card: Scorecard): readonly Item[] {
  const groupOf = (name: string, isMember: (family: string) => boolean) => {
    const ids = new Set<string>(card.rows.filter(({ family }) => isMember(family)).map(({ id }) => id))
    return { name, ids: [...ids], spoke: facts.filter((id) => ids.has(id)) }
  }
  const families = Object.keys(card.families).map((name) => groupOf(name, (family) => family === name))
  const causes = Object.keys(card.causes).map((name) => groupOf(name, (family) => card.families[family]?.cause === name))
  const apart = causes.filter(({ spoke }) => !families.some((family) => spoke.every((id) => family.spoke.includes(id))))
  return [...families.filter(({ spoke }) => spoke.length > 1), ...apart]
}

interface Alone {
  readonly item: Item
  readonly action: Action
}

type DecideWithout = (ids: readonly string[]) => Action

/** Pairs that make it milder than either does alone. */
function minimalPairs(alone: readonly Alone[], decideWithout: DecideWithout): Counterfactual[] {
  const found: Counterfactual[] = []
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

/** Single items that make it milder, and pairs where they are asked for. */
function minimalSets(items: readonly Item[], verdict: Action, decideWithout: DecideWithout, depth: Depth): Counterfactual[] {
  const alone = items.map((item) => ({ item, action: decideWithout(item.ids) }))
  const singles = alone.filter(({ action }) => isMilder(action, verdict)).map(({ item, action }) => ({ without: [item.name], action }))
  return depth === 'single' ? singles : [...singles, ...minimalPairs(alone, decideWithout)]
}

/**
 * What would have had to be unknown for a milder verdict: each fact that spoke for a bot, each family of several, and each cause of several
 * families is taken away, alone and in pairs, and all is weighed and decided anew. Only the smallest sets are named: those that do more than their parts. Pure.
 * @param depth `single` looks for no pairs, no families and no causes
 * @returns the smallest first, then the mildest, then families before facts; nothing for `allow`.
 */
export function counterfactuals(
  seen: Observations,
  report: ScoreReport,
  card: Scorecard,
  decide: Decide,
  depth: Depth = 'pairs',
): readonly Counterfactual[] {
  const verdict = decide(report, card)
  if (verdict === 'allow') return []
  const facts = factsOf(report, card)
  const items = [...(depth === 'single' ? [] : groupsOf(facts, card)), ...facts.map((id) => ({ name: id, ids: [id] }))]
  const decideWithout = (ids: readonly string[]) => decide(score(new Map([...seen].filter(([id]) => !ids.includes(id))), card), card)
  return minimalSets(items, verdict, decideWithout, depth)
    .sort((a, b) => a.without.length - b.without.length || ROUGHER[a.action] - ROUGHER[b.action])
    .slice(0, MOST_SETS)
}
