import type { InputEvent } from '../../shared/features/input-event.js'
import { startRandom } from '../../shared/features/testing/random.js'

/** Each wait and each way a little longer or shorter, places rounded to pixels: what a player of traces does that does not want to be known. */
export function noisy(events: readonly InputEvent[], noise: number, seed: number): InputEvent[] {
  const { normal } = startRandom(seed)
  let last: { readonly t: number; readonly x: number; readonly y: number } | undefined
  const next = { t: events[0]?.t ?? 0, x: 0, y: 0 }
  let before = next.t
  return events.map((event) => {
    next.t += (event.t - before) * Math.max(0, 1 + normal(0, noise))
    before = event.t
    if (event.kind !== 'move' && event.kind !== 'down') return { ...event, t: next.t }
    next.x = last ? next.x + (event.x - last.x) * (1 + normal(0, noise)) : event.x
    next.y = last ? next.y + (event.y - last.y) * (1 + normal(0, noise)) : event.y
    last = event
    return { ...event, t: next.t, x: Math.round(next.x), y: Math.round(next.y) }
  })
}
