import type { RuleBook, StoredRule } from '../../../stores/ports.js'
import { compileRule } from '../../rules/compile/compile-rule.js'
import type { Test } from '../../rules/compile/test.js'
import type { FieldRegistry } from '../../rules/fields/field.js'
import type { Rule, RuleSet } from '../../rules/resolution/policy.js'

/** A project's rules as they stand at one `rev`. */
export interface ProjectRules {
  readonly rev: number
  readonly stored: readonly StoredRule[]
  readonly set: RuleSet
}

/** Projects that are remembered, with at most a hundred rules of some kilobytes each. */
const MOST_PROJECTS = 500

/** With what was compiled, by the rule's id and version. */
interface Kept extends ProjectRules {
  readonly tests: ReadonlyMap<string, Test>
}

const ruleOf = ({ id, name, action, order, isActive, observeOnly }: StoredRule, test: Test): Rule => ({
  id,
  name,
  action,
  sortOrder: order,
  isActive,
  test,
  observeOnly,
})

/** The compiled rules of all projects: each rule once for each of its versions, each list once for each `rev`. */
export function createRuleSets(book: Pick<RuleBook, 'list'>, fields: FieldRegistry, onFault: (rule: string) => void) {
  const projects = new Map<string, Kept>()

  function compile({ id, expression }: StoredRule): Test | undefined {
    const compiled = compileRule(expression, fields)
    if (compiled.ok) return compiled.value.test
    // It did when it was saved: its fields are not known any more. A rule that cannot be asked is none.
    onFault(id)
    return undefined
  }

  /** The one that nobody asked for the longest goes when there are too many. */
  function keep(projectId: string, made: Kept): Kept {
    projects.delete(projectId)
    projects.set(projectId, made)
    const oldest = projects.keys().next()
    if (projects.size > MOST_PROJECTS && !oldest.done) projects.delete(oldest.value)
    return made
  }

  /** @param rev of the project's settings, which goes up with each change of its rules. */
  return async (projectId: string, rev: number): Promise<ProjectRules> => {
    const known = projects.get(projectId)
    if (known?.rev === rev) return keep(projectId, known)
    const stored = await book.list(projectId)
    const tests = new Map<string, Test>()
    const inOrder = stored.flatMap((rule) => {
      const name = `${rule.id} ${rule.version}`
      const test = rule.isActive ? (known?.tests.get(name) ?? compile(rule)) : undefined
      if (test) tests.set(name, test)
      return test ? [ruleOf(rule, test)] : []
    })
    // In the order of the book: of equal places the older is asked first.
    return keep(projectId, { rev, stored, set: { inOrder }, tests })
  }
}

export type RuleSets = ReturnType<typeof createRuleSets>
