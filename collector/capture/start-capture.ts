import type { InputEvent } from '../../shared/features/input-event.js'
import type { Listeners, PageEvents } from '../page/listeners.js'
import { readFocus, readVisibility } from './attention.js'
import { readKeyDown, readKeyUp } from './keyboard.js'
import { readClick, readDown, readMove, readUp } from './pointer.js'
import { createPressSlots } from './press-slots.js'
import { readScroll, readWheel } from './scroll.js'
import { readInput } from './text.js'

/**
 * Turns what the visitor does into `InputEvent` records. Each event costs a constant amount of work and nothing is kept.
 * @param push takes the records
 * @param repeated true while a submit event is one that the collector sends again after holding it: it counts once
 */
export function startCapture(listeners: Listeners, push: (event: InputEvent) => void, repeated: () => boolean): void {
  const slots = createPressSlots()
  const capture = <K extends keyof PageEvents>(type: K, read: (event: PageEvents[K]) => InputEvent | undefined) =>
    listeners.on(type, (event) => {
      const record = read(event)
      if (record) push(record)
    })
  capture('pointermove', readMove)
  capture('pointerdown', readDown)
  capture('pointerup', readUp)
  capture('click', readClick)
  capture('wheel', readWheel)
  capture('scroll', readScroll)
  capture('keydown', (event) => readKeyDown(event, slots))
  capture('keyup', (event) => readKeyUp(event, slots))
  capture('input', readInput)
  capture('focus', readFocus)
  capture('blur', (event) => {
    // Keys that are down when the window loses the focus are released elsewhere.
    if (event.target === window) slots.clear()
    return readFocus(event)
  })
  capture('visibilitychange', readVisibility)
  capture('submit', (event) => (repeated() ? undefined : { kind: 'submit', t: event.timeStamp, trusted: event.isTrusted }))
}
