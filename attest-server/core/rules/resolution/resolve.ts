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
  readonly by: 'not-computed' | 'verified' | 'rule' | 'toggle' | 'evidence' | 'default'
  readonly rule?: MatchedRule
  /** Rules that matched before it was decided and did not decide: `log`, those that are only watched, and challenges that are answered. In order. */
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

/** The work of a whole page load, done for the challenge screen: then nobody is asked for the same reason again. */
const ANSWERED = 1

/** Whether the visitor has answered the challenge screen: a rule or toggle that challenges has got what it asks for. */
function hasAnswered(read: ReadField): boolean {
  const work = read('session.answered')
  return typeof work === 'number' && work >= ANSWERED
}

function askRules({ inOrder }: RuleSet, holds: Holds, isAnswered: boolean): RulesOutcome {
  const logged: MatchedRule[] = []
  let delay: MatchedRule | undefined
  for (const rule of inOrder) {
    if (!holds(rule.test)) continue
    const { action, observeOnly = false } = rule
    if (observeOnly || action === 'log' || (action === 'challenge' && isAnswered)) logged.push(nameOf(rule))
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

const severity: Readonly<Record<Action, number>> = { allow: 0, challenge: 1, block: 2 }

function askToggles(toggles: Toggles, read: ReadField, isAnswered: boolean): Decision | undefined {
  const band = read('band')
  if (!toggles.protectStatic && read('static_resource') === true) {
    return { action: 'allow', reason: 'Static resources are not protected.', by: 'toggle' }
  }
  if (band === 'definite' && toggles.blockDefinite) return { action: 'block', reason: 'Definitely automated.', by: 'toggle' }
  if (band === 'likely_automated' && toggles.challengeLikely && !isAnswered) {
    return { action: 'challenge', reason: 'Likely automated.', by: 'toggle' }
  }
  return undefined
}

/** Where no rule decided: the toggles, and what the evidence alone comes to, whichever is stricter. */
function decideUnruled(toggles: Toggles, read: ReadField, own: Action, isAnswered: boolean): Decision {
  const toggled = askToggles(toggles, read, isAnswered)
  // Who is blocked by what was attested is so at an address that only looks static, too: what stands in it is the visitor's choice.
  const passes = toggled?.action === 'allow' && own !== 'block'
  if (toggled && (passes || severity[toggled.action] >= severity[own])) return toggled
  if (own !== 'allow') return { action: own, reason: 'What was seen speaks for a bot.', by: 'evidence' }
  const isObserved = ['definite', 'likely_automated'].some((band) => band === read('band'))
  return { action: 'allow', reason: isObserved ? 'Looks automated; observed only.' : 'No rule or toggle applies.', by: 'default' }
}

/**
 * What is done about a session (BOT-39): a verified bot passes where it may; then the first rule in order that matches and blocks,
 * challenges or allows; then the toggles and the evidence, whichever is stricter; else it passes. Rules that log or delay are noted on the way, and end nothing.
 * Who has answered the challenge screen is not challenged by rules and toggles again.
 *
 * A session without a score passes before any rule is asked: its score reads 0, and `score < 30` would block everybody as soon as scoring is late.
 * @param read the session's fields, of which `band`, `verified_bot`, `static_resource` and `session.answered` count beside the rules.
 * @param own what the evidence alone comes to: the policy's action of an attested visit. Of one that only posted it is `allow`: nothing of it is proved.
 * @param holds asks a rule's test; `askedOnce` where one session is resolved many times
 */
export function resolve(
  read: ReadField,
  { rules, toggles }: Policy,
  own: Action = 'allow',
  holds: Holds = (test) => evaluate(test, read),
): Resolution {
  if (toggles.allowVerified && read('verified_bot') === true) {
    return { action: 'allow', reason: 'Verified bot.', by: 'verified', logged: [] }
  }
  if (read('band') === 'not_computed') return { action: 'allow', reason: NOT_AVAILABLE, by: 'not-computed', logged: [] }
  const isAnswered = hasAnswered(read)
  const { decision = decideUnruled(toggles, read, own, isAnswered), ...notes } = askRules(rules, holds, isAnswered)
  return { ...decision, ...notes }
}
