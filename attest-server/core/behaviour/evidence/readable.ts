import { features } from '../../../../shared/features/index.js'
import type { ObservationId } from '../../../../shared/observation.js'
import { postedTells } from '../fingerprint/index.js'
import { measures } from '../measures/index.js'

/**
 * What the collector's features of posted events can say, beside movement. No release of a key or a button is posted, no pressure, no coalesced
 * samples, no size of what was hit, no change of a field, no wheel in notches: all features of these are unknown, whatever they would read.
 */
const AS_POSTED: ReadonlySet<ObservationId> = new Set<ObservationId>([
  'input.press-teleports',
  'input.click-untrusted',
  'input.action-gap-spread',
  'input.still-gaps',
  'input.sampling',
  'input.clock-step',
  'input.strokes',
  'input.glides',
])

const isReadable = (id: ObservationId): boolean =>
  AS_POSTED.has(id) || (id.startsWith('input.movement-') && id !== 'input.movement-coalescing')

/** The collector's features that are read from the sums of posted events. */
export const readableFeatures: ReadonlySet<ObservationId> = new Set(features.map(({ id }) => id).filter(isReadable))

/** Ids of every observation that posted events can give. */
export const readableIds: ReadonlySet<ObservationId> = new Set<ObservationId>([
  ...readableFeatures,
  ...measures.map(({ id }) => id),
  ...postedTells.map(({ id }) => id),
])
