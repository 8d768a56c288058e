import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Layout } from './rehearsal.js'

/**
 * Where things are is the same on all screens of a kind, and to find out takes half a minute: whoever comes later reads it in the folder
 * that `VOUCHSAFE_E2E_LAYOUTS` names. Without one, everybody finds out for themselves.
 *
 * @param kind of screen and browser
 */
export async function sharedLayout(kind: string, measure: () => Promise<Layout>): Promise<Layout> {
  const folder = process.env.VOUCHSAFE_E2E_LAYOUTS
  if (!folder) return measure()
  const file = join(folder, `${createHash('sha256').update(kind).digest('hex').slice(0, 16)}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Layout
  const layout = await measure()
  // In one go: somebody else may be reading.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(layout))
  renameSync(draft, file)
  return layout
}
