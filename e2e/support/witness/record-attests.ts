import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Replayed } from '../driver.js'
import type { Account } from './account.js'

/** Whose visit it was. */
export interface Run {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  /** 1 for a driver's first. Verdicts of one run are of one visit: each knows all that the one before it knew. */
  readonly run: number
  /** Not all recordings may be fitted. */
  readonly replays: readonly Replayed[]
}

/**
 * Appends what was known at each verdict of a run to `<folder>/<driver>.ndjson`, as `npm run calibrate -- --fleet DIR` reads it. Nothing is
 * written where `VOUCHSAFE_E2E_RECORD` names no folder.
 */
export function recordAttests({ driver, kind, run, replays }: Run, { browser, attests }: Account): void {
  const folder = process.env.VOUCHSAFE_E2E_RECORD
  if (!folder || attests.length === 0) return
  mkdirSync(folder, { recursive: true })
  const lines = attests.map((attest) => `${JSON.stringify({ driver, kind, run, replays, browser, ...attest })}\n`)
  appendFileSync(join(folder, `${driver}.ndjson`), lines.join(''))
}
