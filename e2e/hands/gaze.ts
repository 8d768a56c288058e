import type { Chooser } from './chooser.js'
import type { Point, Timed, Timeline } from './timeline.js'

/** Most eye trackers for the desk tell 30 times a second where one looks, in ms. */
const SAMPLE = 33
/** The tracker smooths: each sample goes this share of the way to where the eye is. */
const PULL = 0.6
/** How far the smoothed gaze strays while one looks at one place, in px: some 0.15° at arm's length. */
const STRAY = 5
/** The eye rests three to four times a second, in ms (Rayner, 1998). */
const FIXATION: readonly [from: number, to: number] = [200, 350]
/** After how long on one place GNOME clicks, and how long it holds the button for that, in ms (mousetweaks: 1.2 s and 60 ms). */
const DWELL = 1200
const HELD = 60
/** How far the pointer may stray meanwhile before the time begins anew, in px (mousetweaks). */
const THRESHOLD = 10

/** The pointer where an eye tracker puts it: it looks there by way of a few other places, and stays. `at` is where it ended. */
export interface Gaze {
  readonly timeline: Timeline
  readonly at: Point
}

/** @param clicks the desktop clicks once the gaze has rested */
export function gaze(from: Point, to: Point, clicks: boolean, chooser: Chooser): Gaze {
  const timeline: Timed[] = []
  let at = from
  let t = 0
  const stray = () => STRAY * (chooser.between(-1, 1) + chooser.between(-1, 1))
  const look = (place: Point, ms: number, bound: number) => {
    for (const end = t + ms; t < end; t += SAMPLE + chooser.between(-4, 4)) {
      const x = at.x + PULL * (place.x + Math.max(-bound, Math.min(bound, stray())) - at.x)
      const y = at.y + PULL * (place.y + Math.max(-bound, Math.min(bound, stray())) - at.y)
      at = { x: Math.max(0, Math.round(x)), y: Math.max(0, Math.round(y)) }
      timeline.push([t, 'move', at.x, at.y])
    }
  }
  for (const share of [chooser.between(0.2, 0.5), chooser.between(0.6, 1.1)]) {
    const place = {
      x: from.x + share * (to.x - from.x) + chooser.between(-80, 80),
      y: from.y + share * (to.y - from.y) + chooser.between(-50, 50),
    }
    look(place, chooser.between(...FIXATION), Number.POSITIVE_INFINITY)
  }
  look(to, clicks ? DWELL + SAMPLE * 5 : chooser.between(...FIXATION), THRESHOLD / 2)
  const click: Timeline = [
    [t, 'down', 1],
    [t + HELD, 'up', 1],
  ]
  return { timeline: clicks ? [...timeline, ...click] : timeline, at }
}
