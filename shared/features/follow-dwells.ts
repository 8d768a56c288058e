import type { Ms } from '../units.js'
import type { InputEvent } from './input-event.js'

/** Calls `dwell` with the time for which each press of the mouse lasted. */
export function followDwells(dwell: (held: Ms) => void): (event: InputEvent) => void {
  let down = Number.NaN
  return (event) => {
    if ((event.kind !== 'down' && event.kind !== 'up') || event.pointer !== 'mouse') return
    if (event.kind === 'down') down = event.t
    else {
      if (event.t >= down) dwell(event.t - down)
      down = Number.NaN
    }
  }
}
