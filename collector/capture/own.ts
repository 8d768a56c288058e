import type { InputEvent } from '../../shared/features/input-event.js'

/** What one kind of record says beside what all of them say. */
export type Own<K extends InputEvent['kind']> = Omit<Extract<InputEvent, { kind: K }>, 'kind' | 't' | 'trusted'>
