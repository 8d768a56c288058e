import { type Observation, type ObservationId, type Observations, seen } from '../../../shared/observation.js'
import type { SessionSums } from './state/session-sums.js'

const COARSE = 1

/** Input of every kind that was counted; undefined where none was. */
function inputsOf({ mouse_moves, pointer_moves, scroll_events, click_events, key_events }: SessionSums): number | undefined {
  const counted = [mouse_moves, pointer_moves, scroll_events, click_events, key_events].filter((count) => count !== undefined)
  return counted.length === 0 ? undefined : counted.reduce((sum, count) => sum + count, 0)
}

/** Moves of whatever points: pages count one or both. */
const movesOf = ({ mouse_moves, pointer_moves }: SessionSums): number | undefined =>
  mouse_moves === undefined && pointer_moves === undefined ? undefined : Math.max(mouse_moves ?? 0, pointer_moves ?? 0)

/** Whether a finger may be what presses: fingers do not move before they do. */
const isTouch = ({ coarse_pointer, max_touch_points }: SessionSums): boolean | undefined =>
  coarse_pointer === undefined && max_touch_points === undefined ? undefined : coarse_pointer === COARSE || (max_touch_points ?? 0) > 0

/** What posted numbers say, each under the name by which the card weighs it. What was not posted is not there: unknown. */
export function observeSums(sums: SessionSums): Observations {
  const values: Readonly<Record<ObservationId, number | boolean | undefined>> = {
    'input.posted-inputs': inputsOf(sums),
    'input.posted-moves': movesOf(sums),
    'input.posted-entropy': sums.entropy?.[1],
    'input.posted-entropy-moves': sums.entropy?.[0],
    'input.posted-scrolls': sums.scroll_events,
    'input.posted-scroll-velocity': sums.scroll_velocity,
    'input.posted-clicks': sums.click_events,
    'input.posted-keys': sums.key_events,
    'input.posted-touch': isTouch(sums),
    'input.posted-first-input': sums.time_to_first_input_ms,
    'input.posted-total': sums.total_ms,
    'input.posted-visible': sums.visible_ms,
    'tell.posted-webdriver': sums.webdriver,
    'tell.posted-headless': sums.headless,
    'tell.posted-headless-agent': sums.headless_ua,
    'tell.posted-viewport': sums.zero_viewport,
    'tell.posted-plugins': sums.missing_plugins,
    'tell.posted-navigator': sums.navigator_anomaly,
    'tell.posted-passed': sums.js_passed,
  }
  const known = Object.entries(values).filter((entry): entry is [ObservationId, number | boolean] => entry[1] !== undefined)
  return new Map<ObservationId, Observation>(known.map(([id, value]) => [id, seen(value)]))
}
