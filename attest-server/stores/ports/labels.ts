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

/** Kept for 90 days; beyond the limit the oldest of those projects go that have the most. */
export interface Labels {
  /** A later answer to the same question takes the place of the earlier one. */
  label(projectId: string, subject: string, label: LabelName, at: EpochSeconds): Promise<void>
  /** Newest first. */
  list(projectId: string, most: number): Promise<readonly Label[]>
}
