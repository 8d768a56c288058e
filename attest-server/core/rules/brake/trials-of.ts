import type { StoredRule } from '../../../stores/ports.js'
import type { RuleSet } from '../resolution/policy.js'

/** A rule that blocks, and what would be asked without it and with it in force: what its brake compares. */
export interface Trial {
  readonly id: string
  readonly version: number
  readonly before: RuleSet
  readonly after: RuleSet
}

/** @param stored of which the set is made. */
export function trialsOf(stored: readonly StoredRule[], { inOrder }: RuleSet): Trial[] {
  const versions = new Map(stored.map(({ id, version }) => [id, version]))
  return inOrder
    .filter(({ action, id }) => action === 'block' && versions.has(id))
    .map(({ id }) => ({
      id,
      version: versions.get(id)!,
      before: { inOrder: inOrder.filter((rule) => rule.id !== id) },
      after: { inOrder: inOrder.map((rule) => (rule.id === id ? { ...rule, observeOnly: false } : rule)) },
    }))
}
