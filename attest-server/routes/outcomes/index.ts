import type { EpochSeconds } from '../../../shared/units.js'
import type { LabelName, Labels } from '../../stores/ports.js'
import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { outcomesEndpoint } from './outcomes.js'

export interface OutcomesDeps {
  readonly labels: Labels
  /** What requests are compared with; only those that were scored as requests are known there. */
  readonly lookAlikes: { label(projectId: string, subject: string, label: LabelName, at: EpochSeconds): Promise<boolean> }
  readonly clock: () => EpochSeconds
}

/** What came of it. */
export function outcomesSurface(deps: OutcomesDeps): Surface {
  return {
    name: 'outcomes',
    summary: 'What a request or a session turned out to be.',
    prefixes: ['/v1/outcomes'],
    endpoints: [outcomesEndpoint(deps)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
