import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import type { StoredRule } from '../../../stores/ports.js'
import { advanceBrake, type BrakeState, countOf, isEnforced, settleBrake, startBrake } from '../../rules/brake/brake.js'
import type { ReadField } from '../../rules/fields/field.js'
import type { Policy, Rule } from '../../rules/resolution/policy.js'
import { resolve } from '../../rules/resolution/resolve.js'
import type { ProjectRules } from './rule-sets.js'

/** Counts decisions for the brake of each new rule that blocks. */
export interface RuleWatch {
  count(projectId: string, rules: ProjectRules, read: ReadField, policy: Policy, now: EpochSeconds): void
}

/** @param observeOnly whether the brake is on now. @param why a sentence for the owner, where it has just gone on. */
export type OnBrake = (rule: StoredRule, observeOnly: boolean, why: string | undefined) => void

interface Watched {
  /** Of the rule, as its owner wrote it: another text is another rule. */
  readonly source: string
  readonly state: BrakeState
}

interface Project {
  decided: number
  blocked: number
  readonly rules: Map<string, Watched>
}

const MOST_PROJECTS = 500
/** A rule that this process meets later than this after its last change is not new: nothing is known of the time before it. */
const NEW_FOR: Seconds = 86_400

const sourceOf = ({ expression, action, order, isActive }: StoredRule): string => JSON.stringify([expression, action, order, isActive])

const without = ({ rules, toggles }: Policy, id: string): Policy => ({
  rules: { inOrder: rules.inOrder.filter((rule) => rule.id !== id) },
  toggles,
})

/** In force, whether or not it is. */
const enforced = ({ rules, toggles }: Policy, id: string): Policy => ({
  rules: { inOrder: rules.inOrder.map((rule): Rule => (rule.id === id ? { ...rule, observeOnly: false } : rule)) },
  toggles,
})

/**
 * Watches rules while they are new: where one makes the share of blocks jump, it is only observed (`core/rules/brake`), and its owner is told
 * why. Counts are this process's own, and begin anew with it: nothing here is written for each verdict.
 */
export function createRuleWatch(onBrake: OnBrake): RuleWatch {
  const projects = new Map<string, Project>()

  function projectOf(projectId: string): Project {
    const project = projects.get(projectId) ?? { decided: 0, blocked: 0, rules: new Map() }
    projects.set(projectId, project)
    const oldest = projects.keys().next()
    if (projects.size > MOST_PROJECTS && !oldest.done) projects.delete(oldest.value)
    return project
  }

  /** One whose brake went on before this process began waits for a person. */
  function stateOf(rule: StoredRule, { rules, decided, blocked }: Project, now: EpochSeconds): BrakeState {
    const known = rules.get(rule.id)
    if (known?.source === sourceOf(rule)) return known.state
    const begun = startBrake({ decided, blocked })
    return rule.observeOnly || now - rule.updatedAt > NEW_FOR ? settleBrake(begun) : begun
  }

  function watch(rule: StoredRule, project: Project, read: ReadField, policy: Policy, now: EpochSeconds): void {
    const state = stateOf(rule, project, now)
    project.rules.set(rule.id, { source: sourceOf(rule), state })
    if (state.phase === 'settled') return
    const before = resolve(read, without(policy, rule.id)).action
    const after = resolve(read, enforced(policy, rule.id)).action
    const next = advanceBrake(state, countOf(before, after))
    project.rules.set(rule.id, { source: sourceOf(rule), state: next })
    if (isEnforced(next) !== isEnforced(state)) onBrake(rule, !isEnforced(next), next.phase === 'braked' ? next.jump?.why : undefined)
  }

  return {
    count(projectId, { stored }, read, policy, now) {
      const project = projectOf(projectId)
      const watched = stored.filter(({ isActive, action }) => isActive && action === 'block')
      for (const id of project.rules.keys()) if (!watched.some((rule) => rule.id === id)) project.rules.delete(id)
      for (const rule of watched) watch(rule, project, read, policy, now)
      project.decided++
      if (resolve(read, policy).action === 'block') project.blocked++
    },
  }
}
