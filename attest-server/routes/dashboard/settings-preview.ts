import { previewSettings } from '../../core/control/preview-settings.js'
import type { SettingsPreview } from '../../dashboard/wire/settings.js'
import { projectOperation } from '../control/project-operation.js'
import { changes, changesOf } from '../control/scoring.js'
import type { Endpoint } from '../http/surface.js'
import type { DashboardDeps } from './deps.js'

/** A tenth of a second of work, and more where rules are long: ten times what a list costs. */
const COST = 10

/** `POST …/scoring/preview` */
export function settingsPreviewEndpoint(deps: DashboardDeps): Endpoint {
  const POST = projectOperation(deps, {
    id: 'previewSettings',
    summary: 'What other toggles, or another threshold, would have done to the last sessions. Saves nothing.',
    body: changes,
    cost: () => COST,
    responses: { 200: { description: 'What flips.' } },
    async handle(c, { id }, { body }) {
      const played = await previewSettings(id, changesOf(body), deps)
      const { allow, challenge, block } = played.byAction
      const answer: SettingsPreview = { ...played, scores: allow.map((count, i) => count + challenge[i]! + block[i]!) }
      return c.json(answer)
    },
  })
  return { path: '/projects/:project/scoring/preview', POST }
}
