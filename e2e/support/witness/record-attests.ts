import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.js'

/**
 * Appends what was known at each verdict of a run to `<folder>/<driver>.ndjson`, as `npm run calibrate -- --fleet DIR` reads it. Nothing is
 * written where `VOUCHSAFE_E2E_RECORD` names no folder.
 */
export function recordAttests(driver: string, kind: 'bot' | 'person', { browser, attests }: Account): void {
  const folder = process.env.VOUCHSAFE_E2E_RECORD
  if (!folder || attests.length === 0) return
  mkdirSync(folder, { recursive: true })
  const lines = attests.map((attest) => `${JSON.stringify({ driver, kind, browser, ...attest })}\n`)
  appendFileSync(join(folder, `${driver}.ndjson`), lines.join(''))
}
