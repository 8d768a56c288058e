import type { TextInput } from '../../shared/features/input-event.js'
import type { Own } from './own.js'

/** `inputType` (Input Events Level 2), reduced to how the text came about. */
export function causeOf(inputType: string): TextInput['cause'] {
  if (/^insertFromPaste/.test(inputType)) return 'paste'
  if (/^delete(?!ByDrag|ByCut)/.test(inputType)) return 'delete'
  return /^insert(?!FromDrop|Replacement)/.test(inputType) ? 'insert' : 'other'
}

/** Autofill and form controls without text send `input` events that are no `InputEvent`: cause `other`. */
export function readInput(event: Event): Own<'input'> {
  const { inputType, isComposing, data } = event as Partial<InputEvent>
  // By characters, not by UTF-16 units. Which they are is not looked at.
  return {
    cause: causeOf(inputType ?? ''),
    composing: isComposing === true,
    several: inputType === 'insertText' && [...(data ?? '')].length > 1,
  }
}
