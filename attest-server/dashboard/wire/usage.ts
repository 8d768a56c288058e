import type { KeyKind } from './keys.js'

/** `GET /dashboard/api/projects/{project}/usage` → 200 `Usage`: what each key has used of its limits, and when they start anew. */
export interface Usage {
  readonly plan: 'free' | 'pro'
  readonly keys: readonly KeyUsage[]
}

export interface KeyUsage {
  readonly id: string
  readonly kind: KeyKind
  readonly name: string
  readonly tier: 'free' | 'pro'
  readonly windows: readonly UsageWindow[]
}

export interface UsageWindow {
  readonly name: string
  readonly seconds: number
  readonly limit: number
  readonly used: number
  readonly remaining: number
  readonly resets_at: string
}
