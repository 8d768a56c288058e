import type { EpochSeconds } from '../../../../shared/units.js'
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
}

/** Watches what new rules that block do to the share of blocks, and takes those back to observing that make it jump. */
export interface RuleBrakes {
  /**
   * Counts one decision. Cheap and without I/O; for each rule that is new it is decided twice more, and no rule is asked a second time.
   * @param rules of which the policy is made
   */
  count(projectId: string, rules: { readonly stored: readonly StoredRule[] }, read: ReadField, policy: Policy): void
  /** Looks at what was counted since the last time: every few seconds, beside the requests. @returns rules that were braked or let go. */
  flush(now: EpochSeconds): Promise<readonly StoredRule[]>
}

interface Pending {
  baseline: Baseline
  /** By the rule's id and version. */
  readonly counts: Map<string, Counts>
}

/** Beyond this the past fades by half: what was decided long ago says little. */
const MOST_BASELINE = 20_000

const keyOf = (id: string, version: number): string => `${id} ${version}`
const plus = (a: Counts, b: Counts): Counts => ({
  decided: a.decided + b.decided,
  blocked: a.blocked + b.blocked,
  byChange: a.byChange + b.byChange,
})
const fresh = (): Pending => ({ baseline: { decided: 0, blocked: 0 }, counts: new Map() })

function addBaseline(a: Baseline, b: Baseline): Baseline {
  const sum = { decided: a.decided + b.decided, blocked: a.blocked + b.blocked }
  return sum.decided > MOST_BASELINE ? { decided: sum.decided / 2, blocked: sum.blocked / 2 } : sum
}

/** Two processes that look at once may lose what one of them counted: the brake then comes a little later, never wrongly. */
export function createRuleBrakes({ rules, texts }: BrakeDeps): RuleBrakes {
  let pending = new Map<string, Pending>()
  /** Versions that are not new any more, by project. */
  const settled = new Map<string, ReadonlySet<string>>()
  /** A set is made once for each change of the rules; its trials are with its first decision. */
  const known = new WeakMap<RuleSet, readonly Trial[]>()

  const count: RuleBrakes['count'] = (projectId, { stored }, read, policy) => {
    const own = pending.get(projectId) ?? fresh()
    pending.set(projectId, own)
    const trials = known.get(policy.rules) ?? trialsOf(stored, policy.rules)
    known.set(policy.rules, trials)
    const watched = trials.filter(({ id, version }) => !settled.get(projectId)?.has(keyOf(id, version)))
    if (watched.length === 0) {
      own.baseline = addBaseline(own.baseline, { decided: 1, blocked: resolve(read, policy).action === 'block' ? 1 : 0 })
    }
    const holds = askedOnce(read)
    const decide = (ruleSet: Policy['rules']) => resolve(read, { ...policy, rules: ruleSet }, holds).action
    for (const { id, version, before, after } of watched) {
      const one = countOf(decide(before), decide(after))
      const sum = own.counts.get(keyOf(id, version))
      own.counts.set(keyOf(id, version), sum ? plus(sum, one) : one)
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

  async function flush(now: EpochSeconds): Promise<StoredRule[]> {
    const all = pending
    pending = new Map()
    const changed: StoredRule[] = []
    for (const [projectId, counted] of all) changed.push(...(await flushProject(projectId, counted, now)))
    return changed
  }
  return { count, flush }
}
