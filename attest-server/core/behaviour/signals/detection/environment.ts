import type { ObservationId } from '../../../../../shared/observation.js'
import { row } from '../../../../../shared/scorecard/row.js'
import { tellRows } from '../../../../../shared/scorecard/tell-rows.js'
import { JUDGED } from '../../evidence/sources.js'
import { postedTells } from '../../fingerprint/index.js'
import type { DetectionSignal } from '../signal.js'

const posted: ReadonlySet<ObservationId> = new Set(postedTells.map(({ id }) => id))

/** The tells of these families that a fingerprint can say. */
const tellsIn = (...families: readonly string[]): ObservationId[] => [
  ...new Set(tellRows.filter(({ id, family }) => families.includes(family) && posted.has(id)).map(({ id }) => id)),
]

/** What the browser says of itself. */
export const environment: readonly DetectionSignal[] = [
  {
    name: 'fingerprint',
    weight: 0.03,
    takes: [...tellsIn('realms', 'disguise', 'environment'), 'tell.posted-language', 'tell.posted-screen'],
    rows: [row('tell.posted-language', 'disguise', [1], [0, 0.5], JUDGED), row('tell.posted-screen', 'environment', [1], [0, 0.5], JUDGED)],
  },
  {
    name: 'stealth_artifacts',
    weight: 0.03,
    takes: [...tellsIn('proof', 'listener', 'interception', 'tampering', 'emulation', 'launch', 'declaration'), 'tell.posted-natives'],
    // As `tell.navigator-natives`, whose browsers' class nobody posts: extensions patch functions, too.
    rows: [row('tell.posted-natives', 'tampering', [1], [0, 0.7], JUDGED)],
  },
]
