import { isChromium } from './is-chromium.js'
import { isModifier } from './is-modifier.js'
import type { Own } from './own.js'
import type { PressSlots } from './press-slots.js'

/** Browsers send bare `keydown` events without a key when they fill in a form (https://crbug.com/581537): those are no key presses. */
const isKey = (event: KeyboardEvent): boolean => typeof event.key === 'string'

/** Virtual keyboards leave `code` empty; what they say of the key must then tie release to press. */
const nameOf = (event: KeyboardEvent): string => event.code || event.key

export function readKeyDown(event: KeyboardEvent, slots: PressSlots): Own<'key-down'> | undefined {
  if (!isKey(event)) return undefined
  return {
    modifier: isModifier(event.key),
    shifts: event.key === 'Shift' && isChromium(),
    press: slots.press(nameOf(event)),
    repeat: event.repeat,
    upper: /^[A-Z]$/.test(event.key),
    shift: event.shiftKey,
    capsLock: event.getModifierState('CapsLock'),
    physical: event.code !== '',
    composing: event.isComposing,
  }
}

export function readKeyUp(event: KeyboardEvent, slots: PressSlots): Own<'key-up'> | undefined {
  if (!isKey(event)) return undefined
  const press = slots.release(nameOf(event))
  // While Meta is held, macOS sends no release of the other keys.
  if (event.key === 'Meta') slots.clear()
  return press === undefined ? undefined : { press }
}
