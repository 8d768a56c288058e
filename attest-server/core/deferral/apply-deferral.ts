import type { EpochSeconds } from '../../../shared/units.js'
import type { Band } from '../../../shared/wire/verdict.js'
import type { Settings, VerdictRecord } from '../../stores/ports.js'
import { type DeferralDeps, type Deferred, takeDeferral } from './deferral.js'

export interface ApplyDeferralDeps extends DeferralDeps {
  readonly settings: Pick<Settings, 'of'>
}

/** What is written down of a verdict, and the band that its browser is told. */
export interface Told {
  readonly record: VerdictRecord
  readonly band: Band
}

/** What proves a robot is enforced at once, and so is what a rule or toggle of the project decided: the owner has said so. */
const isDeferrable = ({ action, hard, decided }: VerdictRecord): boolean => action !== 'allow' && hard.length === 0 && decided === undefined

const deferred = (record: VerdictRecord): VerdictRecord => ({ ...record, action: 'allow', appraised: record.action, deferred: true })

/** All who are let through are told the same: else those would be known who are so for now. */
const tell = (record: VerdictRecord): Told => ({ record, band: record.action === 'allow' ? 'human' : record.band })

/**
 * Where the project delays enforcement, lets a visitor through for now whom soft evidence would turn away, and writes down what was decided: whoever
 * changes one thing at a time does not read from the answer which of them it was. What was seen, weighed and explained stays as it is.
 * @param record with rules and exceptions applied
 */
export async function applyDeferral(
  record: VerdictRecord,
  whose: Pick<Deferred, 'thumbprint' | 'network'>,
  deps: ApplyDeferralDeps,
  now: EpochSeconds,
): Promise<Told> {
  const { projectId, session, band } = record
  if (!(await deps.settings.of(projectId)).delayEnforcement) return { record, band }
  const isDeferred = isDeferrable(record) && (await takeDeferral({ projectId, session, ...whose }, deps, now))
  return tell(isDeferred ? deferred(record) : record)
}
