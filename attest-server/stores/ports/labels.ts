import type { EpochSeconds } from '../../../shared/units.js'

/** What came of a request: whether it was automated, or whether it converted. The two are asked apart. */
export type LabelName = 'bot' | 'person' | 'converted' | 'not-converted'

/** Which of the two a label answers. */
export const questionOf = (label: LabelName): 'conversion' | 'automation' => (label.endsWith('converted') ? 'conversion' : 'automation')

export interface Label {
  /** A session, a request's id, or a verdict's `jti` or reference. */
  readonly subject: string
  readonly label: LabelName
  readonly at: EpochSeconds
}
