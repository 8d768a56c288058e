import type { TextInput } from '../../shared/features/input-event.js'

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

/** Autofill and form controls without text send `input` events that are no `InputEvent`: cause `other`, length 0. */
export function readInput(event: Event): TextInput {
  const { inputType, data, isComposing } = event as Partial<InputEvent>
  return {
    kind: 'input',
    t: event.timeStamp,
    trusted: event.isTrusted,
    cause: causeOf(inputType ?? ''),
    length: data?.length ?? 0,
    composing: isComposing === true,
  }
}
