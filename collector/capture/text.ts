import type { TextInput } from '../../shared/features/input-event.js'
import type { Own } from './own.js'

/** `inputType` (Input Events Level 2), reduced to how the text came about. */
export function causeOf(inputType: string): TextInput['cause'] {
  if (/^insertFromPaste/.test(inputType)) return 'paste'
  return /^insert(?!FromDrop|Replacement)/.test(inputType) ? 'insert' : 'other'
}

/** Autofill and form controls without text send `input` events that are no `InputEvent`: cause `other`. */
export function readInput(event: Event): Own<'input'> {
  const { inputType, isComposing } = event as Partial<InputEvent>
  return { cause: causeOf(inputType ?? ''), composing: isComposing === true }
}
