import type { EpochSeconds } from '../../../shared/units.js'

/** A rule as its author wrote it. What compiles it is in `core/rules`. */
export interface StoredRule {
  /** `rule_…` */
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly expression: string
  readonly action: 'block' | 'challenge' | 'allow' | 'log' | 'delay'
  readonly isActive: boolean
  /** Ascending; of equal ones the older is first. */
  readonly order: number
  /** The brake is on: matches are logged, and nothing else comes of them. */
  readonly observeOnly: boolean
  readonly createdAt: EpochSeconds
  /** Goes up with each replacement, from 1. */
  readonly version: number
  readonly updatedAt: EpochSeconds
}

/** Each change of a project's rules is one step with its `ProjectSettings.rev` going up. */
export interface RuleBook {
  /** In the order in which they are asked. */
  list(projectId: string): Promise<readonly StoredRule[]>
  /** @returns false when the project has as many as it may. */
  add(rule: StoredRule): Promise<boolean>
  /** @returns false when there is none; `rev` stays. */
  remove(projectId: string, id: string): Promise<boolean>
  /**
   * Compare and set: replaces the rule whose version is the one before this.
   * @returns false when there is none, or another was faster: the brake never undoes what its owner has just written.
   */
  replace(rule: StoredRule): Promise<boolean>
}
