import type { Explained, FamilyShare } from '../../wire/session.js'
import { percent, signed } from '../words/format.js'
import { humanise, nameOf, valueWords } from '../words/observation-words.js'

/** One step on the way of the odds from before anything is seen to the sum. */
export interface Step {
  readonly name: string
  /** What was observed, where it is a fact. */
  readonly seen?: string
  readonly note: string
  readonly llr: number
  /** Where it begins. */
  readonly from: number
  readonly kind: 'start' | 'fact' | 'limit' | 'sum'
}

/** Sums are told to the hundredth: less is no step. */
const LEAST = 0.005

/** ln odds into a probability. */
export const probability = (llr: number): number => 1 / (1 + Math.exp(-llr))

type Change = Omit<Step, 'from'>

/** The facts of a family; where together they weigh more than it may, a step back. */
function changesOf({ family, llr, contributions }: FamilyShare): readonly Change[] {
  const facts = contributions.map((row) => ({
    name: nameOf(row.id),
    seen: valueWords(row.id, row.value),
    note: [humanise(family), ...row.when].join(' · '),
    llr: row.llr,
    kind: 'fact' as const,
  }))
  const excess = llr - facts.reduce((sum, fact) => sum + fact.llr, 0)
  if (Math.abs(excess) <= LEAST) return facts
  const note = `${humanise(family)}: ${signed(llr)} at most`
  return [...facts, { name: 'Limit of the family', note, llr: excess, kind: 'limit' }]
}

/** The verdict as a walk, family by family; last what was said twice for one cause, and what behaviour may not take back of all else. */
export function stepsOf({ waterfall, posterior }: Pick<Explained, 'waterfall' | 'posterior'>): readonly Step[] {
  const { prior, families, overlap, givenBack, llr } = waterfall
  const changes: Change[] = families.flatMap(changesOf)
  if (Math.abs(overlap) > LEAST)
    changes.push({ name: 'One cause shows in several ways', note: 'it counts once', llr: -Math.abs(overlap), kind: 'limit' })
  if (givenBack > LEAST)
    changes.push({
      name: 'What hands say counts for less',
      note: 'the rest speaks for a program, and movement can be copied or made up',
      llr: givenBack,
      kind: 'limit',
    })
  const steps: Step[] = [{ name: 'Before anything is seen', note: percent(probability(prior)), llr: prior, from: 0, kind: 'start' }]
  let at = prior
  for (const change of changes) {
    steps.push({ ...change, from: at })
    at += change.llr
  }
  return [...steps, { name: 'All together', note: percent(posterior), llr, from: 0, kind: 'sum' }]
}
