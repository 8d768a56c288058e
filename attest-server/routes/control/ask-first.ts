import { z } from 'zod'
import type { RuleDraft } from '../../core/control/edit-rules.js'
import { alarmOf } from '../../core/control/guard-rule.js'
import type { Answer } from '../http/operation.js'
import type { ControlDeps } from './deps.js'
import { previewReport, shownPreview } from './preview.js'

/** 409 for a rule that its author has to look at first. The body of all other conflicts has neither `confirm` nor `preview`. */
export const alarmSchema = z
  .object({
    error: z.string(),
    message: z.string(),
    code: z.string().meta({ description: '`CONFIRMATION_NEEDED`; `CONFLICT` for all else that is in the way.' }),
    blocked: z.int().min(0).optional().meta({ description: 'Past sessions that it would block, and that are not blocked today.' }),
    preview: previewReport.optional(),
  })
  .meta({ id: 'RuleConflict' })

/** @returns the answer to who has to confirm, or what is wrong with the draft; undefined where nothing is in the way. */
export async function askFirst(
  projectId: string,
  draft: RuleDraft,
  isConfirmed: boolean,
  replaces: string | undefined,
  deps: ControlDeps,
): Promise<Answer | undefined> {
  const alarm = isConfirmed ? undefined : await alarmOf(projectId, draft, replaces, deps)
  if (!alarm) return undefined
  if (!alarm.ok) return alarm.error
  if (!alarm.value) return undefined
  const { blocked, preview, why } = alarm.value
  const message = `${why} Send it again with "confirm": true.`
  const body = { error: 'Conflict', message, code: 'CONFIRMATION_NEEDED', blocked, preview: shownPreview(preview) }
  return Response.json(body satisfies z.output<typeof alarmSchema>, { status: 409 })
}
