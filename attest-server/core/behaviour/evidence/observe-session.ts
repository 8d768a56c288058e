import { measured } from '../../../../shared/features/reading/measured.js'
import { readFeatures } from '../../../../shared/features/reading/read-features.js'
import { type Observation, type ObservationId, type Observations, seen, unsupported } from '../../../../shared/observation.js'
import { MOBILE, NO_TOUCH } from '../fingerprint/index.js'
import { measures } from '../measures/index.js'
import { sumsOf } from '../session/fold.js'
import { cutSums } from '../session/layout.js'
import type { SessionState } from '../session/session-state.js'
import { readableFeatures } from './readable.js'

/** A second of movement: taps of a finger send the browser's own mouse events, one move each. */
const BY_MOUSE = 8

/** What is asked of a mouse only: a finger is nowhere before it presses. */
const OF_A_MOUSE: readonly ObservationId[] = ['input.press-teleports', 'input.posted-click-far']

function isByMouse({ tells }: SessionState, glides: Observation | undefined): boolean {
  return tells[NO_TOUCH] === true || (tells[NO_TOUCH] === undefined && glides?.state === 'ok' && Number(glides.value) >= BY_MOUSE)
}

/** What nobody should ask here: of how a finger drags no card was ever fitted, and of how it gets to a place there is nothing to ask. */
function unasked(state: SessionState, seen: Observations): readonly ObservationId[] {
  if (state.tells[MOBILE] === true) return [...readableFeatures].filter((id) => id.startsWith('input.movement-')).concat(OF_A_MOUSE)
  return isByMouse(state, seen.get('input.glides')) ? [] : OF_A_MOUSE
}

/** Everything that the events of a session say, in the collector's words. What they cannot say is not there, or `unsupported`. */
export function observeSession(state: SessionState): Observations {
  const observations = new Map<ObservationId, Observation>()
  for (const [id, reading] of readFeatures(sumsOf(state))) if (readableFeatures.has(id)) observations.set(id, reading)
  for (const [i, sums] of cutSums(state.measured, measures).entries()) {
    const { id, range, statistic } = measures[i]!
    observations.set(id, measured(statistic.read(sums), range))
  }
  for (const [id, value] of Object.entries(state.tells)) observations.set(id as ObservationId, seen(value))
  for (const id of unasked(state, observations)) observations.set(id, unsupported)
  return observations
}
