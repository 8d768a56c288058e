import type { InputEvent, PointerKind } from '../../shared/features/input-event.js'
import type { Listeners } from '../page/listeners.js'
import { readDown, readUp } from './pointer.js'

/** What TypeScript's DOM lacks: the device behind an event (WICG InputDeviceCapabilities). Undefined outside Chromium. */
type Sourced = MouseEvent & { readonly sourceCapabilities?: object | null }

/**
 * Presses and releases. Those of assistive technology count as another's, of which nothing is asked: a screen reader that presses a button
 * in Chromium makes a mouse press without pressure, in the exact centre, which lasts no time. But its `mousedown` has no device behind
 * it, which neither a mouse's nor the DevTools protocol's can lack. `mousedown` follows `pointerdown` at once, so a mouse's press waits
 * for it.
 */
export function capturePresses(listeners: Listeners, push: (event: InputEvent) => void): void {
  let held: Extract<InputEvent, { kind: 'down' }> | undefined
  let assisted = false
  const kindOf = (pointer: PointerKind) => (assisted ? 'other' : pointer)
  const tell = () => {
    if (held) push({ ...held, pointer: kindOf(held.pointer) })
    held = undefined
  }
  listeners.on('pointerdown', (event) => {
    tell()
    assisted = false
    held = { ...readDown(event), kind: 'down', t: event.timeStamp, trusted: event.isTrusted }
    if (held.pointer !== 'mouse') tell()
  })
  listeners.on('mousedown', (event) => {
    if (!event.isTrusted) return
    if (held) assisted = (event as Sourced).sourceCapabilities === null
    tell()
  })
  listeners.on('pointerup', (event) => {
    // A page may keep the `mousedown` from everybody.
    tell()
    const up = readUp(event)
    push({ ...up, pointer: kindOf(up.pointer), kind: 'up', t: event.timeStamp, trusted: event.isTrusted })
  })
}
