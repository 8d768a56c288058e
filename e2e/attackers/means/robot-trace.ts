import type { InputEvent } from '../../../shared/features/input-event.js'
import type { Chooser } from '../../hands/chooser.js'
import { signUpTrace } from './hand.js'

/** One place only, where the target is: presses without a way that leads to them, which last no time, as keys do. */
export function robotTrace(chooser: Chooser): InputEvent[] {
  const events = signUpTrace(chooser, (_, to) => [{ t: 1, ...to }])
  let last = 0
  return events.map((event) => {
    const isAtOnce = ['key-up', 'up', 'click', 'input', 'char'].includes(event.kind)
    last = isAtOnce ? Math.min(event.t, last + 1) : event.t
    const offset = { dx: 0, dy: 0, width: 300, height: 44 }
    return { ...event, t: last, ...(event.kind === 'down' && { offset }) }
  })
}
