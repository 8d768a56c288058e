import type { FieldRegistry } from '../fields/field.js'
import type { Leaf, Test } from './test.js'

/** Every comparison and bare field, with whether an odd number of `NOT` stands above it. */
function* leavesOf(test: Test, negated = false): Generator<readonly [Leaf, boolean]> {
  if (test.kind === 'not') yield* leavesOf(test.term, !negated)
  else if ('terms' in test) for (const term of test.terms) yield* leavesOf(term, negated)
  else yield [test, negated]
}

const asksForNull = (leaf: Leaf): boolean =>
  (leaf.kind === 'equal' && leaf.value === null) || (leaf.kind === 'member' && leaf.values.has(null))

/** What the walk makes of null, where the rule does not ask for it. */
const holdsOfNull = (leaf: Leaf): boolean => 'negated' in leaf && leaf.negated

/** What a rule looks at. */
export interface RuleSummary {
  /** Names of its fields, each once, as they come. */
  readonly reads: readonly string[]
  /**
   * Fields of which being unknown speaks *for* a match (`!=`, `not in`, `NOT`), and that the rule does not hold against null anywhere.
   * What is unknown is no sign of a bot: who writes a rule that blocks should know.
   */
  readonly holdsWhereUnknown: readonly string[]
}

export function summarize(test: Test, fields: FieldRegistry): RuleSummary {
  const leaves = [...leavesOf(test)]
  const guarded = new Set(leaves.filter(([leaf]) => asksForNull(leaf)).map(([{ field }]) => field))
  const holding = leaves
    .filter(([leaf, negated]) => holdsOfNull(leaf) !== negated)
    .map(([{ field }]) => field)
    .filter((field) => fields.get(field)?.nullable && !guarded.has(field))
  return { reads: [...new Set(leaves.map(([{ field }]) => field))], holdsWhereUnknown: [...new Set(holding)] }
}
