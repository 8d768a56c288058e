import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import type { Action } from '../../../../shared/wire/verdict.js'
import type { KeptTexts, RuleBook, StoredRule } from '../../../stores/ports.js'
import type { ReadField } from '../fields/field.js'
import { askedOnce } from '../resolution/asked-once.js'
import type { Policy, RuleSet } from '../resolution/policy.js'
import { resolve } from '../resolution/resolve.js'
import { advanceBrake, type Baseline, type BrakeState, type Counts, countOf, isEnforced, startBrake } from './brake.js'
import { brakeOf, type KeptBrake, loadBrakes, saveBrakes } from './kept-brakes.js'
import { type Trial, trialsOf } from './trials-of.js'

export interface BrakeDeps {
  readonly rules: Pick<RuleBook, 'list' | 'replace'>
  readonly texts: Pick<KeptTexts, 'get' | 'put'>
  /** Lets requests have their turn. */
  readonly yieldTurn: () => Promise<void>
}

/** Watches what new rules that block do to the share of blocks, and takes those back to observing that make it jump. */
export interface RuleBrakes {
  /**
   * Counts one decision. Cheap and without I/O; for each rule that is new it is decided twice more, and no rule is asked a second time.
   * @param rules of which the policy is made
   * @param by who counts once for each state of the rules: one visitor's many pages are one visit
   * @param own what the evidence alone comes to, as `resolve` takes it
   */
  count(by: Counted, rules: { readonly stored: readonly StoredRule[] }, read: ReadField, policy: Policy, own?: Action): void
  /** Looks at what was counted since the last time: every few seconds, beside the requests. @returns rules that were braked or let go. */
  flush(now: EpochSeconds): Promise<readonly StoredRule[]>
}

/** Whose decision it was. */
interface Counted {
  readonly projectId: string
  /** A session, or an address. */
  readonly visitor: string
}

interface Pending {
  baseline: Baseline
  /** By the rule's id and version. */
  readonly counts: Map<string, Counts>
  /** When what was counted before was written down; undefined where this process has written nothing yet. */
  readonly written: EpochSeconds | undefined
}

/** Beyond this the past fades by half: what was decided long ago says little. */
const MOST_BASELINE = 20_000
/** Visitors who are remembered as counted; those that came first are forgotten first. */
const MOST_VISITORS = 10_000
/** Between two writes where no rule is new: a share of blocks that nothing is held against yet may be lost with the process. */
const BASELINE_PAUSE: Seconds = 60

const keyOf = (id: string, version: number): string => `${id} ${version}`
const plus = (a: Counts, b: Counts): Counts => ({
  decided: a.decided + b.decided,
  blocked: a.blocked + b.blocked,
  byChange: a.byChange + b.byChange,
})
const fresh = (written?: EpochSeconds): Pending => ({ baseline: { decided: 0, blocked: 0 }, counts: new Map(), written })

/** What new rules did is looked at each time. */
const isDue = ({ counts, written = -Infinity }: Pending, now: EpochSeconds): boolean => counts.size > 0 || now - written >= BASELINE_PAUSE

function addBaseline(a: Baseline, b: Baseline): Baseline {
  const sum = { decided: a.decided + b.decided, blocked: a.blocked + b.blocked }
  return sum.decided > MOST_BASELINE ? { decided: sum.decided / 2, blocked: sum.blocked / 2 } : sum
}

/** Two processes that look at once may lose what one of them counted: the brake then comes a little later, never wrongly. */
export function createRuleBrakes({ rules, texts, yieldTurn }: BrakeDeps): RuleBrakes {
  const pending = new Map<string, Pending>()
  /** Versions that are not new any more, by project. */
  const settled = new Map<string, ReadonlySet<string>>()
  /** A set is made once for each change of the rules; its trials are with its first decision. */
  const known = new WeakMap<RuleSet, readonly Trial[]>()

  /** By the state of a project's rules. */
  const visitors = new WeakMap<RuleSet, Set<string>>()

  function isFirst(visitor: string, rules: RuleSet): boolean {
    const counted = visitors.get(rules) ?? new Set()
    visitors.set(rules, counted)
    if (counted.has(visitor)) return false
    counted.add(visitor)
    const first = counted.keys().next()
    if (counted.size > MOST_VISITORS && !first.done) counted.delete(first.value)
    return true
  }

  const count: RuleBrakes['count'] = ({ projectId, visitor }, { stored }, read, policy, own = 'allow') => {
    if (!isFirst(visitor, policy.rules)) return
    const counted = pending.get(projectId) ?? fresh()
    pending.set(projectId, counted)
    const trials = known.get(policy.rules) ?? trialsOf(stored, policy.rules)
    known.set(policy.rules, trials)
    const watched = trials.filter(({ id, version }) => !settled.get(projectId)?.has(keyOf(id, version)))
    if (watched.length === 0) {
      counted.baseline = addBaseline(counted.baseline, { decided: 1, blocked: resolve(read, policy, own).action === 'block' ? 1 : 0 })
    }
    const holds = askedOnce(read)
    const decide = (ruleSet: Policy['rules']) => resolve(read, { ...policy, rules: ruleSet }, own, holds).action
    for (const { id, version, before, after } of watched) {
      const one = countOf(decide(before), decide(after))
      const sum = counted.counts.get(keyOf(id, version))
      counted.counts.set(keyOf(id, version), sum ? plus(sum, one) : one)
    }
  }

  /** Puts a rule in force or takes it back, as its brake says. @returns undefined where its owner was faster. */
  async function follow(rule: StoredRule, state: BrakeState, now: EpochSeconds): Promise<StoredRule | undefined> {
    const observeOnly = !isEnforced(state)
    if (rule.observeOnly === observeOnly) return rule
    const next = { ...rule, observeOnly, version: rule.version + 1, updatedAt: Math.floor(now) }
    return (await rules.replace(next)) ? next : undefined
  }

  async function flushProject(projectId: string, { baseline, counts }: Pending, now: EpochSeconds): Promise<StoredRule[]> {
    const kept = await loadBrakes(texts, projectId)
    const past = addBaseline(kept.baseline, baseline)
    const [next, changed]: [Record<string, KeptBrake>, StoredRule[]] = [{}, []]
    for (const rule of await rules.list(projectId)) {
      if (!rule.isActive || rule.action !== 'block') continue
      const more = counts.get(keyOf(rule.id, rule.version))
      const last = brakeOf(kept, rule.id, rule.version) ?? startBrake(past)
      const state = more ? advanceBrake(last, more) : last
      const followed = await follow(rule, state, now)
      if (followed) next[rule.id] = { version: followed.version, state }
      if (followed && followed !== rule) changed.push(followed)
    }
    await saveBrakes(texts, projectId, { baseline: past, rules: next }, now)
    const old = Object.entries(next).filter(([, { state }]) => state.phase === 'settled')
    settled.set(projectId, new Set(old.map(([id, { version }]) => keyOf(id, version))))
    return changed
  }

  /** What is to be written of a project; meanwhile it is counted anew. A project in which nothing happens any more is forgotten. */
  function takeDue(projectId: string, now: EpochSeconds): Pending | undefined {
    const counted = pending.get(projectId)
    if (!counted || !isDue(counted, now)) return undefined
    const isIdle = counted.counts.size === 0 && counted.baseline.decided === 0
    if (isIdle) pending.delete(projectId)
    else pending.set(projectId, fresh(now))
    return isIdle ? undefined : counted
  }

  async function flush(now: EpochSeconds): Promise<StoredRule[]> {
    const changed: StoredRule[] = []
    for (const projectId of [...pending.keys()]) {
      const counted = takeDue(projectId, now)
      if (!counted) continue
      await yieldTurn()
      changed.push(...(await flushProject(projectId, counted, now)))
    }
    return changed
  }
  return { count, flush }
}
