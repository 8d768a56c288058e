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
  // By characters, not by UTF-16 units, of which one has two at most. Which they are is not looked at.
  const text = data ?? ''
  return {
    cause: causeOf(inputType ?? ''),
    composing: isComposing === true,
    several: inputType === 'insertText' && (text.length > 2 || [...text].length > 1),
  }
}
