import type { InputEvent } from '../../../../shared/features/input-event.js'

type Posted = Record<string, unknown>

/** What a custom collector would post of events that ours has heard: LAB-10…13 as they are documented, and no more. */
export function postedOf(events: readonly InputEvent[]): Posted[] {
  let [key, wheel] = [Number.NaN, undefined as Posted | undefined]
  let press: Posted | undefined
  return events.flatMap((event): Posted[] => {
    const at = { isTrusted: event.trusted, timestamp_ms: event.t }
    // A finger that drags sends no mousemove.
    if (event.kind === 'move') return event.pointer !== 'mouse' ? [] : [{ type: 'mousemove', x: event.x, y: event.y, ...at }]
    if (event.kind === 'down') {
      const { x, y, offset } = event
      const centre = offset.width > 0 ? { elem_center_x: x - offset.dx, elem_center_y: y - offset.dy, element_id: `${x}` } : {}
      press = { type: 'click', x, y, ...centre }
      return []
    }
    if (event.kind === 'up') {
      const click = press && { ...press, ...at }
      press = undefined
      return click ? [click] : []
    }
    if (event.kind === 'key-down') {
      const delay = Number.isNaN(key) ? 0 : event.t - key
      key = event.t
      return [{ type: 'keydown', key: event.modifier ? 'Shift' : 'a', delay_ms: delay, ...at }]
    }
    if (event.kind !== 'wheel') return []
    if (wheel) wheel.pause_after_ms = event.t - (wheel.timestamp_ms as number)
    wheel = { type: 'scroll', delta_y: event.deltaY, delta_mode: 0, pause_after_ms: 0, scroll_y: 0, ...at }
    return [wheel]
  })
}
