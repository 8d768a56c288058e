import type { InputEvent } from '../../shared/features/input-event.js'
import type { Px } from '../../shared/units.js'
import type { Listeners, PageEvents } from '../page/listeners.js'
import { capturePresses } from './capture-presses.js'
import { readClick } from './click.js'
import { isChromium } from './is-chromium.js'
import { readKeyDown, readKeyUp } from './keyboard.js'
import type { Own } from './own.js'
import { readMove } from './pointer.js'
import { createPressSlots } from './press-slots.js'
import { readScroll, readWheel } from './scroll.js'
import { readInput } from './text.js'

/**
 * Turns what the visitor does into `InputEvent` records. Each event costs a constant amount of work and nothing is kept.
 * @param push takes the records
 * @param wordsOn about how many words stand on a stretch of the page of that height; NaN while it is not known
 * @param repeated true while a submit event is one that the collector sends again after holding it: it counts once
 */
export function startCapture(
  listeners: Listeners,
  push: (event: InputEvent) => void,
  wordsOn: (height: Px) => number,
  repeated: () => boolean,
): void {
  const slots = createPressSlots()
  let wheel: WheelEvent | undefined
  const capture = <T extends keyof PageEvents, K extends InputEvent['kind']>(
    type: T,
    kind: K,
    read: (event: PageEvents[T]) => Own<K> | undefined,
  ) =>
    listeners.on(type, (event) => {
      const own = read(event)
      if (own) push({ ...own, kind, t: event.timeStamp, trusted: event.isTrusted } as unknown as InputEvent)
    })
  capture('pointermove', 'move', readMove)
  capturePresses(listeners, push)
  capture('click', 'click', readClick)
  capture('wheel', 'wheel', (event) => {
    wheel = event
    return readWheel(event)
  })
  // Where the page takes the wheel's place, how it scrolls is not the visitor's doing.
  capture('scroll', 'scroll', (event) => (wheel?.defaultPrevented ? undefined : readScroll(event, wordsOn)))
  capture('keydown', 'key-down', (event) => readKeyDown(event, slots))
  capture('keyup', 'key-up', (event) => readKeyUp(event, slots))
  // Deprecated, and the only event that tells a key that types from a character that was sent.
  capture('keypress', 'char', () => (isChromium() ? {} : undefined))
  capture('input', 'input', readInput)
  capture('focus', 'focus', () => ({}))
  capture('visibilitychange', 'hide', () => (document.hidden ? {} : undefined))
  capture('submit', 'submit', () => (repeated() ? undefined : {}))
  listeners.on('blur', (event) => {
    // Keys that are down when the window loses the focus are released elsewhere.
    if (event.target === window) slots.clear()
  })
}
