import type { InputEvent } from '../../shared/features/input-event.js'
import type { Ms } from '../../shared/units.js'

/** How another recorder would have seen the same hand. */
export interface Recorder {
  /** At most one move in this time: a mouse's or a screen's rate. */
  readonly every: Ms
  /** Times are whole multiples of this: a browser's or a system's clock. */
  readonly tick: Ms
}

/** Slow screens and fast mice, rough and fine clocks. A fit that has seen every hand by several of them cannot learn the recorder. */
export const recorders: readonly Recorder[] = [
  { every: 33, tick: 1 },
  { every: 16.7, tick: 0.1 },
  { every: 16.7, tick: 8 },
  { every: 16, tick: 16 },
  { every: 8, tick: 1 },
]

/** Keeps the last move of each frame, as browsers do, and rounds times down. Nothing else is lost. */
export function resample(events: readonly InputEvent[], { every, tick }: Recorder): InputEvent[] {
  const kept: InputEvent[] = []
  let frame = Number.NaN
  for (const event of events) {
    const t = Math.floor(event.t / tick) * tick
    const now = Math.floor(event.t / every)
    if (event.kind === 'move' && kept.at(-1)?.kind === 'move' && now === frame) kept.pop()
    kept.push({ ...event, t })
    frame = now
  }
  return kept
}
