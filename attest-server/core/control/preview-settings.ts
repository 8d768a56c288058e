import type { Action } from '../../../shared/wire/verdict.js'
import type { SettingsChanges } from '../../stores/ports.js'
import { policyOf } from '../rules/resolution/policy-of.js'
import type { PastSession } from '../rules/resolution/preview.js'
import { resolve } from '../rules/resolution/resolve.js'
import type { PreviewDeps } from './preview-rule.js'

export interface SettingsPreview {
  readonly sessions: number
  readonly today: Readonly<Record<Action, number>>
  readonly then: Readonly<Record<Action, number>>
  readonly flips: readonly { readonly from: Action; readonly to: Action; readonly sessions: number }[]
  /** By what is decided today: how many sessions have each score, 0 to 99. */
  readonly byAction: Readonly<Record<Action, readonly number[]>>
}

/** Sessions between two turns of others. */
const SLICE = 8

const none = (): Record<Action, number> => ({ allow: 0, challenge: 0, block: 0 })
const noScores = (): number[] => Array.from({ length: 100 }, () => 0)

/** Plays the project's last sessions with other toggles or another threshold, and its rules as they are. Saves nothing. */
export async function previewSettings(projectId: string, changes: SettingsChanges, deps: PreviewDeps): Promise<SettingsPreview> {
  const settings = await deps.settings.of(projectId)
  const drafted = { ...settings, ...changes }
  const stored = await deps.rules.list(projectId)
  const [before, after] = [policyOf(settings, stored, deps.fields), policyOf(drafted, stored, deps.fields)]
  const past = await deps.past(projectId, settings.threshold)
  // The band falls by the threshold: the same sessions, read with the other one.
  const reread = new Map((await deps.past(projectId, drafted.threshold)).map((one) => [one.reference, one]))
  const [today, then] = [none(), none()]
  const byAction = { allow: noScores(), challenge: noScores(), block: noScores() }
  const flips = new Map<string, { from: Action; to: Action; sessions: number }>()
  const decided = (one: PastSession, policy: typeof before): Action =>
    one.isExcepted ? 'allow' : resolve(one.read, policy, one.own).action
  for (const [i, one] of past.entries()) {
    if (i % SLICE === 0) await deps.yieldTurn()
    const [from, to] = [decided(one, before), decided(reread.get(one.reference) ?? one, after)]
    today[from]++
    then[to]++
    const score = one.read('score')
    if (typeof score === 'number') byAction[from][score]!++
    if (from === to) continue
    const flip = flips.get(`${from} ${to}`) ?? { from, to, sessions: 0 }
    flip.sessions++
    flips.set(`${from} ${to}`, flip)
  }
  return { sessions: past.length, today, then, flips: [...flips.values()].sort((a, b) => b.sessions - a.sessions), byAction }
}
