import type { EpochSeconds } from '../../../../shared/units.js'
import type { KeptTexts } from '../../../stores/ports.js'
import { parseJson } from '../../parse-json.js'
import type { Baseline, BrakeState } from './brake.js'

/** The brake of one version of a rule: who changes a rule gets a new one. */
export interface KeptBrake {
  readonly version: number
  readonly state: BrakeState
}

/** What is kept of a project's brakes. */
export interface KeptBrakes {
  /** Decisions while no rule was new. */
  readonly baseline: Baseline
  /** By id. */
  readonly rules: Readonly<Record<string, KeptBrake>>
}

const NOTHING: KeptBrakes = { baseline: { decided: 0, blocked: 0 }, rules: {} }
const nameOf = (projectId: string): string => `brakes:${projectId}`

/** Nothing is known where nothing was kept: then every rule is new, and its brake starts with an assumed past. */
export async function loadBrakes(texts: Pick<KeptTexts, 'get'>, projectId: string): Promise<KeptBrakes> {
  const kept = await texts.get(nameOf(projectId))
  const parsed = kept && parseJson(kept.text)
  return parsed?.ok ? (parsed.value as KeptBrakes) : NOTHING
}

export async function saveBrakes(texts: Pick<KeptTexts, 'put'>, projectId: string, brakes: KeptBrakes, now: EpochSeconds): Promise<void> {
  await texts.put(nameOf(projectId), JSON.stringify(brakes), now)
}

/** @returns undefined for a rule that was changed since. */
export const brakeOf = ({ rules }: KeptBrakes, id: string, version: number): BrakeState | undefined => {
  const kept = Object.hasOwn(rules, id) ? rules[id] : undefined
  return kept?.version === version ? kept.state : undefined
}
