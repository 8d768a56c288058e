import type { TextInput } from '../../shared/features/input-event.js'
import type { Own } from './own.js'

/** `inputType` (Input Events Level 2), reduced to how the text came about. Longer prefixes come first. */
const causes: readonly (readonly [prefix: string, cause: TextInput['cause']])[] = [
  ['insertFromPaste', 'paste'],
  ['insertReplacement', 'replace'],
  ['insertFromDrop', 'other'],
  ['insert', 'insert'],
  ['delete', 'delete'],
]

export function causeOf(inputType: string): TextInput['cause'] {
  return causes.find(([prefix]) => inputType.startsWith(prefix))?.[1] ?? 'other'
}

/** Autofill and form controls without text send `input` events that are no `InputEvent`: cause `other`. */
export function readInput(event: Event): Own<'input'> {
  const { inputType, isComposing } = event as Partial<InputEvent>
  return { cause: causeOf(inputType ?? ''), composing: isComposing === true }
}
