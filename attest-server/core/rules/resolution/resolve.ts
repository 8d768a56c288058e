import type { Action } from '../../../../shared/wire/verdict.js'
import { evaluate } from '../compile/evaluate.js'
import type { ReadField } from '../fields/field.js'
import type { Holds } from './asked-once.js'
import type { Policy, Rule, RuleSet, Toggles } from './policy.js'

/** A rule that matched, and what it is for: of one that is only watched, what it would have done. */
export type MatchedRule = Pick<Rule, 'id' | 'name' | 'action'>

export interface Resolution {
  readonly action: Action
  /** A sentence for the site's owner. */
  readonly reason: string
  /** What decided: where it is a rule, `rule` says which. */
  readonly by: 'not-computed' | 'verified' | 'rule' | 'toggle' | 'default'
  readonly rule?: MatchedRule
  /** Rules that matched before it was decided and did not decide: `log`, and those that are only watched. In order. */
  readonly logged: readonly MatchedRule[]
  /** The first `delay` rule that matched before it was decided. */
  readonly delay?: MatchedRule
}

/** BOT-36 of the contract: these words are on the wire. */
export const NOT_AVAILABLE = 'Score not available; allowing by default.'

const nameOf = ({ id, name, action }: Rule): MatchedRule => ({ id, name, action })

type Decision = Pick<Resolution, 'action' | 'reason' | 'by' | 'rule'>

/** What the rules made of a session: notes, and perhaps a decision. */
interface RulesOutcome extends Pick<Resolution, 'logged' | 'delay'> {
  readonly decision?: Decision
}

function askRules({ inOrder }: RuleSet, holds: Holds): RulesOutcome {
  const logged: MatchedRule[] = []
  let delay: MatchedRule | undefined
  for (const rule of inOrder) {
    if (!holds(rule.test)) continue
    const { action, observeOnly = false } = rule
    if (observeOnly || action === 'log') logged.push(nameOf(rule))
    else if (action === 'delay') delay ??= nameOf(rule)
    else
      return {
        logged,
        ...(delay && { delay }),
        decision: { action, reason: `Rule "${rule.name}" matched.`, by: 'rule', rule: nameOf(rule) },
      }
  }
  return { logged, ...(delay && { delay }) }
}

function askToggles(toggles: Toggles, read: ReadField): Decision {
  const band = read('band')
  if (!toggles.protectStatic && read('static_resource') === true) {
    return { action: 'allow', reason: 'Static resources are not protected.', by: 'toggle' }
  }
  if (band === 'definite' && toggles.blockDefinite) return { action: 'block', reason: 'Definitely automated.', by: 'toggle' }
  if (band === 'likely_automated' && toggles.challengeLikely) return { action: 'challenge', reason: 'Likely automated.', by: 'toggle' }
  const isObserved = band === 'definite' || band === 'likely_automated'
  return { action: 'allow', reason: isObserved ? 'Looks automated; observed only.' : 'No rule or toggle applies.', by: 'default' }
}

/**
 * What is done about a session (BOT-39): a verified bot passes where it may; then the first rule in order that matches and blocks,
 * challenges or allows; then the toggles; else it passes. Rules that log or delay are noted on the way, and end nothing.
 *
 * A session without a score passes before any rule is asked: its score reads 0, and `score < 30` would block everybody as soon as scoring is late.
 * @param read the session's fields, of which `band`, `verified_bot` and `static_resource` count beside the rules.
 * @param holds asks a rule's test; `askedOnce` where one session is resolved many times
 */
export function resolve(read: ReadField, { rules, toggles }: Policy, holds: Holds = (test) => evaluate(test, read)): Resolution {
  if (toggles.allowVerified && read('verified_bot') === true) {
    return { action: 'allow', reason: 'Verified bot.', by: 'verified', logged: [] }
  }
  if (read('band') === 'not_computed') return { action: 'allow', reason: NOT_AVAILABLE, by: 'not-computed', logged: [] }
  const { decision = askToggles(toggles, read), ...notes } = askRules(rules, holds)
  return { ...decision, ...notes }
}
