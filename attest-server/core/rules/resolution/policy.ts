import type { Test } from '../compile/test.js'

/** BOT-54: what is done about a band where no rule decided. */
export interface Toggles {
  /** Verified bots pass, before any rule is asked. */
  readonly allowVerified: boolean
  /** Whether requests for assets are judged by the toggles below; without it they pass. */
  readonly protectStatic: boolean
  readonly blockDefinite: boolean
  readonly challengeLikely: boolean
}

/** Observe first: nobody is turned away before the site's owner says so. */
export const defaultToggles: Toggles = { allowVerified: true, protectStatic: true, blockDefinite: false, challengeLikely: false }

export const ruleActions = ['block', 'challenge', 'allow', 'log', 'delay'] as const
export type RuleAction = (typeof ruleActions)[number]

export interface Rule {
  readonly id: string
  /** For people; goes into the reason. */
  readonly name: string
  readonly action: RuleAction
  readonly sortOrder: number
  readonly isActive: boolean
  /** `compileRule(source).test` */
  readonly test: Test
  /** Only watched: a match is logged, and nothing else comes of it. The brake sets this. */
  readonly observeOnly?: boolean
}

/** Active rules in the order in which they are asked. Made once for each change of the rules, not for each verdict. */
export interface RuleSet {
  readonly inOrder: readonly Rule[]
}

export interface Policy {
  readonly rules: RuleSet
  readonly toggles: Toggles
}

/** By code units, so that the order is the same on every machine. */
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sorts by `sortOrder`, ties by id, and leaves out what is not active. */
export const makeRuleSet = (rules: readonly Rule[]): RuleSet => ({
  inOrder: rules.filter(({ isActive }) => isActive).sort((a, b) => a.sortOrder - b.sortOrder || compareIds(a.id, b.id)),
})
